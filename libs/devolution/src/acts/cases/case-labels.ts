import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SubjectLabels } from '#libs/platform';
import type { EntityManager } from 'typeorm';

/** A case is known by the number of its paper, and before there is one by its power and who asked. */
@Injectable()
export class CaseLabels implements OnModuleInit {
  constructor(private readonly labels: SubjectLabels) {}

  onModuleInit(): void {
    this.labels.register('act', labelsOf);
  }
}

async function labelsOf(
  manager: EntityManager,
  cityId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await manager.query<{ id: string; label: string }[]>(
    `SELECT t.id, coalesce(i.document_number, t.power_code || ' ' || t.applicant) AS label
     FROM act t LEFT JOIN act_issue i ON i.city_id = t.city_id AND i.id = t.id
     WHERE t.city_id = $1 AND t.id = ANY($2::uuid[])`,
    [cityId, ids],
  );
  return new Map(rows.map(({ id, label }) => [id, label]));
}
