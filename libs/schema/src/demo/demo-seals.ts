import { Injectable } from '@nestjs/common';
import { SealRequests, SealsService } from '#libs/committee';
import type { Principal } from '#libs/kernel';
import { FilesService } from '#libs/registry';

/** A seal of the demo's committee, and a paper that waits for one more consent. */
@Injectable()
export class DemoSeals {
  constructor(
    private readonly seals: SealsService,
    private readonly requests: SealRequests,
    private readonly files: FilesService,
  ) {}

  /** @param people the chair, the deputy who keeps the seal, and one member; the deputy has not answered yet */
  async wait(
    people: readonly Principal[],
    id: string,
    { keeper, bytes }: { readonly keeper: string; readonly bytes: Buffer },
  ): Promise<void> {
    const [chair, deputy] = people as [Principal, Principal];
    const own = { kind: 'committee', inscription: '业主委员会（演示）' } as const;
    const sealId = await this.seals.register(chair, id, { ...own, personId: keeper, office: null });
    const { id: fileId } = await this.files.upload(chair, { name: '消防通道整治情况报告（虚构）.png', bytes });
    const paper = { paper: '关于消防通道整治情况的报告', purpose: '报送东街街道办事处', copies: 2 };
    const requestId = await this.requests.ask(chair, id, { ...paper, sealId, fileId, resolutionId: null });
    for (const who of people.filter((each) => each !== deputy)) {
      await this.requests.consent(who, id, { requestId, agrees: true });
    }
  }
}
