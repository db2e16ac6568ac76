import { Injectable, type OnModuleInit } from '@nestjs/common';
import { minDay } from '#libs/kernel';
import {
  Clock,
  type ImportContext,
  type ImportKind,
  ImportKinds,
  type ImportRow,
  type ImportSession,
  type RowOf,
  type TouchedFacts,
  type UndoContext,
} from '#libs/platform';
import { CompoundDirectories } from '../compounds.queries.js';
import { foundIds } from '../domain/rows/compound-directory.js';
import { planServiceSigns, type ServiceSignRow } from '../domain/services/service-sign-plan.js';
import { referenceOf } from '../lists/list-columns.js';
import { claimCounts } from '../lists/claim-counts.js';
import { ListKeeper } from '../lists/list-keeper.js';
import { wholeList, type ListOutcome } from '../lists/whole-list.js';
import { SERVICE_SIGN_COLUMNS } from './service-sign-columns.js';
import { insertSigns, knownSigns, withdrawSigns } from './service-sign-rows.js';

type Columns = typeof SERVICE_SIGN_COLUMNS;
type Row = ImportRow<RowOf<Columns>>;

function signRow({ number, values }: Row): ServiceSignRow {
  const { kind, onDay, note } = values;
  return { row: number, compound: referenceOf(values), kind, onDay, note };
}

/** Lists of inspections, fee runs and work orders. */
@Injectable()
export class ServiceSignsImport implements ImportKind<Columns>, OnModuleInit {
  readonly kind = 'service-signs';
  readonly version = 1;
  readonly label = { zh: '服务痕迹（巡查、收费、工单）', en: 'Signs of service' };
  readonly columns = SERVICE_SIGN_COLUMNS;

  constructor(
    private readonly directories: CompoundDirectories,
    private readonly clock: Clock,
    private readonly lists: ListKeeper,
    private readonly kinds: ImportKinds,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  async begin(context: ImportContext): Promise<ImportSession<Columns>> {
    return wholeList<Columns>(context.report, (rows) => this.keep(context, rows));
  }

  async undo({ manager, principal, run, now }: UndoContext): Promise<TouchedFacts> {
    return { compoundIds: await withdrawSigns(manager, { cityId: principal.cityId, importId: run.id, at: now }) };
  }

  private async keep(context: ImportContext, told: readonly Row[]): Promise<ListOutcome> {
    const { manager, principal } = context;
    const compounds = await this.directories.load(manager, principal, 'import.run');
    const rows = told.map(signRow);
    const today = this.clock.today();
    const earliest = rows.reduce((least, row) => minDay(least, row.onDay) ?? least, today);
    const known = await knownSigns(manager, principal.cityId, foundIds(compounds, rows), earliest);
    const plan = planServiceSigns(rows, { compounds, today, known });
    await insertSigns(manager, this.lists.writing(context), plan.inserts);
    const compoundIds = [...new Set(plan.inserts.map((sign) => sign.compoundId))];
    const touched = compoundIds.length > 0 ? { touched: { compoundIds } } : {};
    return { issues: plan.issues, unchanged: plan.unchanged, claims: claimCounts([], plan.issues), ...touched };
  }
}
