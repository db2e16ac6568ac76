import { Injectable, RequestMethod, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ALLOW_KEY, PUBLIC_KEY, STEP_UP_KEY } from '#libs/platform';
import { PERMISSIONS_OF_ROLE } from '#libs/registry';
import { SELF } from './access.guard.js';

/** One handler of the running application and who may call it. */
export interface RouteAccess {
  readonly handler: string;
  readonly method: string;
  readonly path: string;
  readonly permission: string | null;
  readonly isPublic: boolean;
  /** Asks for a fresh proof of who calls. */
  readonly stepUp: boolean;
}

const PERMISSIONS = new Set([SELF, ...Object.values(PERMISSIONS_OF_ROLE).flat()]);

/** What is wrong with a route's access, or null: it must be public or need one permission that some role has. */
export function faultOf(route: RouteAccess): string | null {
  if (route.isPublic && route.permission !== null) return `${route.handler} is both @Public and @Allow`;
  if (route.isPublic && route.stepUp) return `${route.handler} is @Public and asks for @StepUp`;
  if (route.isPublic) return null;
  if (route.permission === null) return `${route.handler} has neither @Allow nor @Public`;
  return PERMISSIONS.has(route.permission) ? null : `${route.handler} needs "${route.permission}", which no role has`;
}

/** Lists every route with its access, and stops the start when one of them was left open or closed to all. */
@Injectable()
export class RouteCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const faults = this.routes().flatMap((route) => faultOf(route) ?? []);
    if (faults.length > 0) throw new Error(`routes without proper access:\n${faults.join('\n')}`);
  }

  /** Every handler of every controller. */
  routes(): readonly RouteAccess[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => {
      if (!metatype) return [];
      const prototype = metatype.prototype as Record<string, object>;
      const base = String(Reflect.getMetadata(PATH_METADATA, metatype) ?? '');
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name] as object;
        const path = Reflect.getMetadata(PATH_METADATA, handler) as string | undefined;
        if (path === undefined) return [];
        const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
        return {
          handler: `${metatype.name}.${name}`,
          method,
          path: `/${base}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
          permission: (Reflect.getMetadata(ALLOW_KEY, handler) as string | undefined) ?? null,
          isPublic: Reflect.getMetadata(PUBLIC_KEY, handler) === true,
          stepUp: Reflect.getMetadata(STEP_UP_KEY, handler) !== undefined,
        };
      });
    });
  }
}
