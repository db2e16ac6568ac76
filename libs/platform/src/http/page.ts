import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** The one form of paging: `limit` rows after the cursor `after`, in a total order that ends in the id. */
export class PageQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '应为 1–200 的整数' })
  @Min(1, { message: '应为 1–200 的整数' })
  @Max(200, { message: '应为 1–200 的整数' })
  limit?: number;

  @ApiPropertyOptional({ description: 'the `next` of the page before' })
  @IsOptional()
  @IsString({ message: '应为上一页返回的 next' })
  @MaxLength(400, { message: '应为上一页返回的 next' })
  after?: string;
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
