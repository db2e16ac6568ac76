import { Inject, Injectable, Logger } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { CONFIG, type Config, type OidcConfig } from '#libs/platform';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';

/** What must be the same when the visitor comes back: all three are drawn anew for every visit. */
export interface VisitSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The directory could not be asked: its address, its network, its certificate; nothing the visitor did. */
const UNREACHED = ['OAUTH_TIMEOUT', 'OAUTH_ABORT'];

/** Speaks OpenID Connect with the city's directory: authorization code with PKCE (RFC 7636), state and nonce. */
@Injectable()
export class DirectoryClient {
  private known: Promise<Configuration> | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get isOffered(): boolean {
    return this.config.oidc !== null;
  }

  /** Where to send the visitor. @throws DomainError `directory.not-configured`, `directory.unreachable` */
  async begin(redirectUri: string): Promise<{ readonly address: string; readonly secrets: VisitSecrets }> {
    const secrets = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const address = buildAuthorizationUrl(await this.discovered(), {
      redirect_uri: redirectUri,
      scope: 'openid',
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
      code_challenge_method: 'S256',
    });
    return { address: address.href, secrets };
  }

  /**
   * Who came back, as the directory names them.
   * @throws DomainError `directory.refused` when anything does not fit, `directory.unreachable`
   */
  async finish(returned: URL, { state, nonce, verifier }: VisitSecrets): Promise<{ issuer: string; subject: string }> {
    const configuration = await this.discovered();
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    const tokens = await authorizationCodeGrant(configuration, returned, checks).catch((thrown: unknown) => {
      throw this.refusalOf(thrown);
    });
    const claims = tokens.claims();
    if (!claims) throw new DomainError('directory.refused');
    return { issuer: this.settings().issuer, subject: claims.sub };
  }

  private settings(): OidcConfig {
    if (!this.config.oidc) throw new DomainError('directory.not-configured');
    return this.config.oidc;
  }

  /** Asked once; a directory that did not answer is asked again the next time. */
  private discovered(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.settings();
    // The configuration lets only a directory on this very machine do without TLS.
    const execute = issuer.startsWith('http:') ? { execute: [allowInsecureRequests] } : {};
    this.known ??= discovery(new URL(issuer), clientId, clientSecret, undefined, execute);
    return this.known.catch((thrown: unknown) => {
      this.known = null;
      this.tell(thrown);
      throw new DomainError('directory.unreachable');
    });
  }

  private refusalOf(thrown: unknown): DomainError {
    const code = thrown instanceof ClientError ? (thrown.code ?? '') : '';
    const isUnreached = thrown instanceof TypeError || UNREACHED.includes(code);
    if (isUnreached) this.tell(thrown);
    return new DomainError(isUnreached ? 'directory.unreachable' : 'directory.refused');
  }

  private tell(thrown: unknown): void {
    new Logger('directory').warn((thrown as Error).message);
  }
}
