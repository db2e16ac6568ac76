import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import type { DomainError } from '#libs/kernel';
import { said } from './field-messages.js';
import { invalidFields } from './problem.js';

const CURSOR = { zh: '应为上一页返回的 next', en: 'must be the `next` of the page before' };

/** The one form of paging: `limit` rows after the cursor `after`, in a total order that ends in the id. */
export class PageQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  @ApiPropertyOptional({ description: 'the `next` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(400)
  after?: string;
}

/** Pages whose cursor is the id of the last row. */
export class IdPageQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'the `next` of the page before' })
  @IsOptional()
  @IsUUID('all', said(CURSOR.zh, CURSOR.en))
  declare after?: string;
}

/** The refusal of an `after` that no page gave. */
export function foreignCursor(field = 'after'): DomainError {
  return invalidFields([{ field, ...CURSOR }]);
}

export const DEFAULT_LIMIT = 50;

/** A page of rows and the cursor of the next page, or null at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** Cuts one surplus row off a query that asked for `limit + 1` rows and turns it into the cursor. */
export function pageOf<T>(rows: readonly T[], limit: number, cursorOf: (row: T) => string): Page<T> {
  if (rows.length <= limit) return { items: rows, next: null };
  const items = rows.slice(0, limit);
  return { items, next: cursorOf(items[items.length - 1] as T) };
}
