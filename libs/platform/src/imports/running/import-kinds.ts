import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { HeadingTable } from '../headings/heading-table.js';
import type { ImportColumns } from '../rows/import-columns.js';
import type { ImportKind } from './import-kind.js';

/** The kinds of lists that can be imported; each context registers its own when the application starts. */
@Injectable()
export class ImportKinds {
  private readonly kinds = new Map<string, ImportKind>();

  /** Called once per kind, from the context's `onModuleInit`. A heading of two meanings fails here, not in a file. */
  register<C extends ImportColumns>(kind: ImportKind<C>): void {
    if (this.kinds.has(kind.kind)) throw new Error(`the import kind ${kind.kind} is registered twice`);
    new HeadingTable(kind.columns, kind.keyField);
    this.kinds.set(kind.kind, kind as unknown as ImportKind);
  }

  /** @throws DomainError `import.kind-unknown` */
  get(kind: string): ImportKind {
    const found = this.kinds.get(kind);
    if (!found) throw new DomainError('import.kind-unknown', { kind, known: this.names().join('、') });
    return found;
  }

  names(): string[] {
    return [...this.kinds.keys()].sort();
  }

  all(): ImportKind[] {
    return [...this.kinds.values()];
  }
}
