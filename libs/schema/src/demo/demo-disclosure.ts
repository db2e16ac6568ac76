import { Injectable } from '@nestjs/common';
import { FundBooks, PublicationsService, PublicDisclosure } from '#libs/fund';
import { addDays, type Principal } from '#libs/kernel';

const PUBLISHER = '示例住房和城乡建设局（演示）';
/** Paper hung that many days after the first period. */
const POSTED_AFTER = 20;

/** What the fund of the demo city published: all but the latest statement, the first of them on paper in time. */
@Injectable()
export class DemoDisclosure {
  constructor(
    private readonly books: FundBooks,
    private readonly publications: PublicationsService,
    private readonly disclosure: PublicDisclosure,
  ) {}

  /** @param fileId the photo of the notice board */
  async publish(principal: Principal, fileId: string): Promise<void> {
    const { items } = await this.disclosure.calendar(principal.cityCode);
    const [, ...ended] = items.filter(({ state }) => state !== 'running');
    if (items.some(({ publications }) => publications.length > 0)) return;
    const book = await this.books.toKeep(principal);
    for (const [at, { period, to }] of ended.toReversed().entries()) {
      const told = { publisher: PUBLISHER, note: '演示数据，系统启用后补充公开' };
      const id = await this.publications.publish(principal, book, period, told);
      const board = { place: '示例社区公告栏（演示）', onDay: addDays(to, POSTED_AFTER), fileId };
      if (at === 0) await this.publications.post(principal, book, id, board);
    }
  }
}
