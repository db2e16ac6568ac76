import type { Command } from 'commander';
import { adminCommand } from './admin.command.js';
import { auditCommand } from './audit.command.js';
import { authorityCommand } from './authority.command.js';
import { cityCommand } from './city.command.js';
import { demoCommand } from './demo.command.js';
import { exportCommand } from './export.command.js';
import { importCommand } from './import.command.js';
import { ledgerCommand } from './ledger.command.js';
import { migrateCommand } from './migrate.command.js';
import { retentionCommand } from './retention.command.js';
import { statementCommand } from './statement.command.js';

/** The commands that work on the database of an operator. */
export function operatorCommands(): readonly Command[] {
  return [
    cityCommand(),
    adminCommand(),
    importCommand(),
    auditCommand(),
    authorityCommand(),
    exportCommand(),
    demoCommand(),
    ledgerCommand(),
    statementCommand(),
    migrateCommand(),
    retentionCommand(),
  ];
}
