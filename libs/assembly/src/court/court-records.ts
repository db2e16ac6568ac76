import { Injectable } from '@nestjs/common';
import { safeText } from '#libs/platform';
import { Receipts, ReceiptResponse } from '#libs/transparency';
import type { EntityManager } from 'typeorm';
import type { AssemblyFile } from '../assemblies/assembly-files.js';
import { lotsDrawnIn } from '../lots/lots.queries.js';
import { objectionsOf } from '../objections/objections.queries.js';

/** A file of the bundle that is made of rows. */
export interface RecordFile {
  readonly path: string;
  readonly text: string;
}

/** A file that was uploaded, by its id. */
export interface AttachedFile {
  readonly folder: string;
  readonly fileId: string;
  readonly name: string;
  readonly sha256: string;
}

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** A table that any office program opens: comma separated, with the mark by which it is read as UTF-8. */
function tableOf(rows: readonly Row[], headings: readonly string[]): string {
  const cell = (value: Row[string]): string => `"${safeText(String(value ?? '')).replaceAll('"', '""')}"`;
  const lines = rows.map((row) => Object.values(row).map(cell).join(','));
  return `\uFEFF${[headings.map(cell).join(','), ...lines].join('\r\n')}\r\n`;
}

const ROLL = `SELECT label, heads, weight::text AS weight, kind, array_to_string(doubts, '、') AS doubts,
    party_id::text AS party
  FROM roll_entry WHERE city_id = $1 AND assembly_id = $2 AND version = $3 ORDER BY party_id`;
const DELIVERY = `SELECT e.label, d.at::text AS at, d.method, d.outcome, d.recipient, coalesce(d.note, '') AS note,
    coalesce(f.sha256, '') AS proof, d.by_name AS by
  FROM delivery d JOIN roll_entry e ON e.city_id = d.city_id AND e.assembly_id = d.assembly_id
    AND e.party_id = d.party_id AND e.version = $3
  LEFT JOIN file f ON f.city_id = d.city_id AND f.id = d.file_id
  WHERE d.city_id = $1 AND d.assembly_id = $2 ORDER BY d.id`;
/** When and by which way each ballot came, and never whose it was or what it said. */
const CASTING = `SELECT to_char(b.cast_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') AS at, b.channel,
    b.capacity, b.witness IS NOT NULL AS witnessed, b.replaces IS NOT NULL AS replaces
  FROM ballot b WHERE b.city_id = $1 AND b.assembly_id = $2 ORDER BY b.cast_at`;
const SLIPS = `SELECT s.number, s.issued_at::text AS issued, s.by_name AS issuer, coalesce(p.step, '') AS step,
    coalesce(p.at::text, '') AS at, coalesce(p.by_name, '') AS by, coalesce(p.reason, '') AS reason
  FROM paper_slip s LEFT JOIN paper_slip_step p ON p.city_id = s.city_id AND p.slip_id = s.id
  WHERE s.city_id = $1 AND s.assembly_id = $2 ORDER BY s.number, p.at`;
const BATCHES = `SELECT b.id::text AS batch, f.sha256 AS image, k.sequence, k.at::text AS at, k.by_name AS by,
    jsonb_array_length(k.entries) AS slips, coalesce(c.at::text, '') AS cast
  FROM paper_batch b JOIN paper_keying k ON k.city_id = b.city_id AND k.batch_id = b.id
  LEFT JOIN file f ON f.city_id = b.city_id AND f.id = b.file_id
  LEFT JOIN paper_batch_casting c ON c.city_id = b.city_id AND c.batch_id = b.id
  WHERE b.city_id = $1 AND b.assembly_id = $2 ORDER BY b.opened_at, k.sequence`;
const FILES = `SELECT a.folder, a.id::text AS "fileId", f.name, f.sha256 FROM (
    SELECT '03-送达/凭证' AS folder, file_id AS id FROM delivery WHERE city_id = $1 AND assembly_id = $2
    UNION SELECT '05-纸票/影像', file_id FROM paper_batch WHERE city_id = $1 AND assembly_id = $2) a
  JOIN file f ON f.city_id = $1 AND f.id = a.id ORDER BY 1, 2`;
/** What happened to the vote as a whole; each is a leaf of the public log. */
const LINES = `SELECT id FROM audit_line WHERE city_id = $1 AND subject_kind = 'assembly' AND subject_id = $2
  AND (action LIKE 'assembly.%' OR action IN ('roll.freeze', 'lot.draw', 'objection.raise', 'objection.answer'))
  ORDER BY at, id`;

const WORDS = {
  roll: ['房屋', '人数', '面积（0.01平方米）', '类别', '存疑', '户编号'],
  delivery: ['房屋', '时间', '方式', '结果', '收到的人', '说明', '凭证SHA-256', '经办人'],
  casting: ['时间', '渠道', '投票身份', '有见证人', '替代前票'],
  slips: ['票号', '发出时间', '发票人', '收回或作废', '时间', '经办人', '理由'],
  batches: ['批次', '影像SHA-256', '第几次录入', '时间', '录入人', '张数', '计入时间'],
} as const;

/** Gathers the rows of one vote as files. */
@Injectable()
export class CourtRecords {
  constructor(private readonly receipts: Receipts) {}

  async read(manager: EntityManager, { assembly }: AssemblyFile): Promise<readonly RecordFile[]> {
    const of = [assembly.cityId, assembly.id];
    const versions = await manager.query<{ version: number; text: string }[]>(
      `SELECT version, json_build_object('version', version, 'frozenOn', frozen_on::text, 'reason', reason,
         'parties', parties, 'heads', heads, 'weight', weight::text, 'rollHash', roll_hash)::text AS text
       FROM roll_version WHERE city_id = $1 AND assembly_id = $2 ORDER BY version`,
      of,
    );
    const files: RecordFile[] = [];
    for (const { version, text } of versions) {
      const rows = await manager.query<Row[]>(ROLL, [...of, version]);
      files.push({ path: `02-名册/第${version}版.csv`, text: tableOf(rows, WORDS.roll) });
      files.push({ path: `02-名册/第${version}版.json`, text });
    }
    const last = versions.at(-1)?.version ?? 0;
    const table = async (
      path: string,
      sql: string,
      headings: readonly string[],
      more: unknown[] = [],
    ): Promise<void> => {
      files.push({ path, text: tableOf(await manager.query<Row[]>(sql, [...of, ...more]), headings) });
    };
    await table('03-送达/送达台账.csv', DELIVERY, WORDS.delivery, [last]);
    await table('04-表决票/收票流水.csv', CASTING, WORDS.casting);
    await table('05-纸票/发放收回作废.csv', SLIPS, WORDS.slips);
    await table('05-纸票/双人录入.csv', BATCHES, WORDS.batches);
    for (const [kind, name] of [
      ['roll', '名册'],
      ['result', '结果'],
    ] as const) {
      const raised = await objectionsOf(manager, assembly, kind);
      files.push({ path: `07-异议/对${name}的异议与答复.json`, text: JSON.stringify(raised, null, 2) });
    }
    const lots = await lotsDrawnIn(manager, assembly);
    if (lots.length > 0) files.push({ path: '06-结果/抽签记录.json', text: JSON.stringify(lots, null, 2) });
    files.push({ path: '08-公开日志/留痕与存在性证明.json', text: await this.proofs(manager, of) });
    return files;
  }

  private async proofs(manager: EntityManager, of: readonly unknown[]): Promise<string> {
    const [cityId] = of;
    const lines = await manager.query<{ id: string }[]>(LINES, [...of]);
    const told: ReceiptResponse[] = [];
    for (const { id } of lines) {
      const receipt = await this.receipts.of(manager, { cityId: cityId as number }, { kind: 'audit-line', id });
      told.push(ReceiptResponse.from(receipt));
    }
    return JSON.stringify(told, null, 2);
  }
}

/** What was uploaded for a vote: proofs of delivery, and the images of paper ballots. */
export async function attachedTo(
  manager: EntityManager,
  { cityId, id }: { readonly cityId: number; readonly id: string },
): Promise<readonly AttachedFile[]> {
  return manager.query<AttachedFile[]>(FILES, [cityId, id]);
}
