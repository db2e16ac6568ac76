import { Injectable, type OnModuleInit } from '@nestjs/common';
import { claimCounts, CompoundDirectories, wholeList, type ListOutcome, type RowIssue } from '#libs/companies';
import {
  Ids,
  type ImportContext,
  type ImportKind,
  ImportKinds,
  type ImportSession,
  type TouchedFacts,
  type UndoContext,
} from '#libs/platform';
import { PersonalData } from '../owners/personal-data.js';
import { knownOwners, knownUnits } from '../writing/known-roster.js';
import type { Change } from '../writing/change.js';
import { undoChange } from '../writing/undo-change.js';
import { writePlan } from '../writing/write-plan.js';
import { OwnerBook } from './owner-book.js';
import { OWNER_COLUMNS, type OwnerColumns } from './owner-columns.js';
import { planRosterList } from './roster-plan.js';
import type { OwnerRow } from './told-owners.js';
import { toldUnits } from './told-units.js';

/** Registers of owners as property firms, developers and committees keep them. They change no verdict of coverage. */
@Injectable()
export class OwnersImport implements ImportKind<OwnerColumns>, OnModuleInit {
  readonly kind = 'owners';
  readonly version = 1;
  readonly label = { zh: '房屋与业主名册', en: 'Units and owners' };
  readonly columns = OWNER_COLUMNS;
  readonly keyField = 'room';
  readonly isPersonal = true;

  constructor(
    private readonly directories: CompoundDirectories,
    private readonly data: PersonalData,
    private readonly ids: Ids,
    private readonly kinds: ImportKinds,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  async begin(context: ImportContext): Promise<ImportSession<OwnerColumns>> {
    return wholeList<OwnerColumns>(context.report, (rows) => this.keep(context, rows));
  }

  /** @throws DomainError `roster.in-use` when something later rests on what the list wrote */
  async undo({ manager, principal, run, now }: UndoContext): Promise<TouchedFacts | null> {
    const { cityId, actor } = principal;
    const change = { cityId, at: now, recordedBy: actor.name, importId: run.id, changeId: this.ids.next() };
    await undoChange(manager, { ...change, newId: () => this.ids.next() }, run.id);
    return null;
  }

  private async keep(context: ImportContext, rows: readonly OwnerRow[]): Promise<ListOutcome> {
    const { manager, principal, listName, fields, asOf } = context;
    const { cityId } = principal;
    const issues: RowIssue[] = [];
    const compounds = await this.directories.load(manager, principal, 'import.run');
    const units = toldUnits(rows, { listName, compounds, fields }, issues);
    const compoundIds = [...new Set(units.map((unit) => unit.compoundId))];
    const newId = (): string => this.ids.next();
    const plan = planRosterList({
      units,
      known: await knownUnits(manager, cityId, { compoundIds }),
      owners: new OwnerBook(cityId, this.data, await knownOwners(manager, cityId, { compoundIds }), newId),
      asOf,
      reason: listName,
      tellsOwners: fields.has('owner'),
      newId,
    });
    await writePlan(manager, this.changeOf(context), plan);
    const all = [...issues, ...plan.issues];
    return { issues: all, unchanged: plan.unchanged, claims: claimCounts([], all) };
  }

  private changeOf({ principal, importId, now }: ImportContext): Change {
    const { cityId, actor } = principal;
    return { cityId, at: now, recordedBy: actor.name, importId, changeId: importId, newId: () => this.ids.next() };
  }
}
