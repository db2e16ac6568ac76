import type { Statement } from '#libs/platform';
import { knownParameter, knownRows, type Source } from './moment.js';

/**
 * How far a statement reads: a whole city; a few subjects by name; or the named compounds taken for one, each with what
 * was told of it alone, as one compound's history needs it.
 */
export type Extent = 'city' | 'named' | 'apart';

/** Rows of another table that tell something of a subject, gathered into one text. */
export interface Told {
  /** The name under which the text is selected: `as.told`. */
  readonly as: string;
  /** The text, gathered over all rows of theirs: see `listed`. */
  readonly text: string;
  readonly from: string;
  readonly where: string;
  /** The column of theirs that names whom they speak of. */
  readonly key: string;
}

/** Columns as one text, `(a,b,,c)`: a tenth of the cost of one field each. Only ids, words, days and numbers go in. */
export function record(...columns: readonly string[]): string {
  return `ROW(${columns.join(', ')})::text`;
}

/** The texts of several rows as one. */
export function listed(text: string, separator: string): string {
  return `string_agg(${text}, '${separator}')`;
}

/** The columns of a `record`; what was null is empty. */
export function fieldsOf(text: string): string[] {
  return text.slice(1, -1).split(',');
}

/**
 * The words common to the statements of one reading. Parameters are `$1` city, `$2` the day, then the named ids (when
 * there are any) and the moment of knowing (when there is one). Statements about compounds begin with `mergers` and
 * call the compound `v`.
 */
export class Reading {
  constructor(
    readonly extent: Extent,
    private readonly source: Source,
  ) {}

  /** The condition that a row was known at the moment. */
  known(alias: string): string {
    return knownRows(alias, this.source.moment, this.knownAt);
  }

  /** The same for rows that are never superseded. */
  recorded(alias: string): string {
    return this.source.moment.knownAt === null ? 'true' : `${alias}.recorded_at <= ${this.knownAt}`;
  }

  /** The condition that a version of a compound speaks on the day and says that the compound is in use. */
  inUse(alias: string): string {
    return `${alias}.status = 'in-use' AND ${this.speaks(alias)}`;
  }

  /** The condition that a column is one of the named ids; a whole city names none. */
  named(column: string): string {
    return this.extent === 'city' ? 'true' : `${column} = ANY($3)`;
  }

  /** The query `merger`: which compounds are another one at the moment. One step leads to who stays. */
  mergers(): string {
    return `merger AS MATERIALIZED (SELECT m.compound_id, m.merged_into FROM compound_version m
      WHERE m.city_id = $1 AND m.merged_into IS NOT NULL AND m.status = 'merged' AND ${this.speaks('m')})`;
  }

  /**
   * Joins the ids under which evidence of the compound `v` may stand: `told` are those whose evidence is told here,
   * `same` all that are one compound with it. In a whole city evidence is led to who stays (see `toldOfCompound`).
   */
  standing(): string {
    if (this.extent === 'city') return '';
    const [told, same] =
      this.extent === 'apart' ? ['ARRAY[v.compound_id]', '$3::uuid[]'] : ['with_merged.ids', 'with_merged.ids'];
    return `LEFT JOIN (SELECT merged_into, array_agg(compound_id) AS ids FROM merger GROUP BY merged_into) merged
        ON merged.merged_into = v.compound_id
      CROSS JOIN LATERAL (SELECT array_append(merged.ids, v.compound_id) AS ids) with_merged
      CROSS JOIN LATERAL (SELECT ${told} AS told, ${same} AS same) standing`;
  }

  /**
   * Joins what other rows tell of a subject by its id. For a whole city they are gathered once and joined as a whole;
   * for a few subjects they are looked up, subject by subject.
   */
  told({ as, text, from, where, key }: Told, of: string): string {
    return this.extent === 'city'
      ? `LEFT JOIN (SELECT ${key} AS of, ${text} AS told FROM ${from} WHERE ${where} GROUP BY ${key}) ${as}
          ON ${as}.of = ${of}`
      : `LEFT JOIN LATERAL (SELECT ${text} AS told FROM ${from} WHERE ${where} AND ${key} = ${of}) ${as} ON true`;
  }

  /** The same of the compound `v`, for which evidence of the compounds merged into it speaks as well as its own. */
  toldOfCompound({ as, text, from, where, key }: Told): string {
    return this.extent === 'city'
      ? `LEFT JOIN (SELECT coalesce(merger.merged_into, ${key}) AS of, ${text} AS told
          FROM ${from} LEFT JOIN merger ON merger.compound_id = ${key} WHERE ${where} GROUP BY 1) ${as}
          ON ${as}.of = v.compound_id`
      : `LEFT JOIN LATERAL (SELECT ${text} AS told FROM ${from}
          WHERE ${where} AND ${key} = ANY(standing.told)) ${as} ON true`;
  }

  /** The statement; where it names few subjects, it is asked often and kept planned under the name. */
  statement(name: string, text: string, ids: readonly string[] | null): Statement {
    const { cityId, moment } = this.source;
    const values = [cityId, moment.asOf, ...(ids ? [ids] : []), ...knownParameter(moment)];
    return ids ? { name: `${name}${moment.knownAt ? '-then' : ''}`, text, values } : { text, values };
  }

  private get knownAt(): string {
    return this.extent === 'city' ? '$3' : '$4';
  }

  /** The condition that a version of a compound speaks on the day, as known at the moment. */
  private speaks(alias: string): string {
    const days = `${alias}.valid_from <= $2 AND (${alias}.valid_to IS NULL OR ${alias}.valid_to > $2)`;
    return `${days} AND ${this.known(alias)}`;
  }
}
