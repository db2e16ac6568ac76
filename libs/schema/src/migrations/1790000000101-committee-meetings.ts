import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '../wall.js';

const KEY = 'city_id smallint NOT NULL REFERENCES city (id)';
const BY = 'at timestamptz NOT NULL, by_id text NOT NULL, by_name text NOT NULL';
const MEETING = 'FOREIGN KEY (city_id, meeting_id) REFERENCES committee_meeting (city_id, id)';
const ITEM = 'REFERENCES committee_agenda_item (city_id, id)';

/** Meetings of committees, what they decided and how each voted, their minutes, and interests declared. Nothing is edited. */
export class CommitteeMeetings1790000000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE committee_meeting (
      ${KEY}, id uuid NOT NULL, committee_id uuid NOT NULL, called_on date NOT NULL, starts_at timestamptz NOT NULL,
      starts_on date NOT NULL, place text NOT NULL, called_for text NOT NULL, ${BY},
      PRIMARY KEY (city_id, id))`);
    await runner.query(`CREATE INDEX committee_meeting_of ON committee_meeting (city_id, committee_id, starts_at)`);
    await runner.query(`CREATE TABLE committee_agenda_item (
      ${KEY}, id uuid NOT NULL, meeting_id uuid NOT NULL, position integer NOT NULL, title text NOT NULL,
      body text NOT NULL, kind text NOT NULL CHECK (kind IN ('decide', 'propose', 'execute')), matter text,
      resolution_id uuid,
      PRIMARY KEY (city_id, id),
      CONSTRAINT committee_agenda_position UNIQUE (city_id, meeting_id, position),
      CONSTRAINT committee_agenda_decided CHECK (kind <> 'decide' OR matter IS NULL),
      CONSTRAINT committee_agenda_executed CHECK (kind <> 'execute' OR resolution_id IS NOT NULL),
      CONSTRAINT committee_agenda_meeting ${MEETING},
      CONSTRAINT committee_agenda_resolution FOREIGN KEY (city_id, resolution_id) REFERENCES resolution (city_id, id))`);
    await runner.query(`CREATE TABLE committee_cancellation (
      ${KEY}, meeting_id uuid NOT NULL, reason text NOT NULL, ${BY},
      PRIMARY KEY (city_id, meeting_id), CONSTRAINT committee_cancellation_meeting ${MEETING})`);
    await runner.query(`CREATE TABLE committee_attendance (
      ${KEY}, meeting_id uuid NOT NULL, person_id uuid NOT NULL, ${BY},
      PRIMARY KEY (city_id, meeting_id, person_id), CONSTRAINT committee_attendance_meeting ${MEETING})`);
    await this.deciding(runner);
    await this.recording(runner);
    for (const table of [
      ...['meeting', 'agenda_item', 'cancellation', 'attendance', 'decision', 'decision_vote'],
      ...['minutes', 'signature', 'publication', 'conflict', 'conflict_end'],
    ]) {
      await wall(runner, `committee_${table}`, 'SELECT, INSERT');
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE committee_conflict_end, committee_conflict, committee_publication,
      committee_signature, committee_minutes, committee_decision_vote, committee_decision, committee_attendance,
      committee_cancellation, committee_agenda_item, committee_meeting`);
  }

  private async deciding(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE committee_conflict (
      ${KEY}, id uuid NOT NULL, committee_id uuid NOT NULL, person_id uuid NOT NULL, subject text NOT NULL,
      relation text NOT NULL, agenda_item_id uuid, from_day date NOT NULL, ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT committee_conflict_item FOREIGN KEY (city_id, agenda_item_id) ${ITEM})`);
    await runner.query(`CREATE INDEX committee_conflict_of ON committee_conflict (city_id, committee_id)`);
    await runner.query(`CREATE TABLE committee_conflict_end (
      ${KEY}, conflict_id uuid NOT NULL, last_day date NOT NULL, reason text NOT NULL, ${BY},
      PRIMARY KEY (city_id, conflict_id),
      CONSTRAINT committee_conflict_end_of FOREIGN KEY (city_id, conflict_id)
        REFERENCES committee_conflict (city_id, id))`);
    await runner.query(`CREATE TABLE committee_decision (
      ${KEY}, id uuid NOT NULL, meeting_id uuid NOT NULL, agenda_item_id uuid NOT NULL, wording text NOT NULL,
      members integer NOT NULL, present integer NOT NULL, in_favour integer NOT NULL, against integer NOT NULL,
      abstained integer NOT NULL, is_adopted boolean NOT NULL, decided_on date NOT NULL, ${BY},
      PRIMARY KEY (city_id, id),
      CONSTRAINT committee_decision_once UNIQUE (city_id, agenda_item_id),
      CONSTRAINT committee_decision_meeting ${MEETING},
      CONSTRAINT committee_decision_item FOREIGN KEY (city_id, agenda_item_id) ${ITEM})`);
    await runner.query(`CREATE INDEX committee_decision_of ON committee_decision (city_id, meeting_id)`);
    await runner.query(`CREATE TABLE committee_decision_vote (
      ${KEY}, decision_id uuid NOT NULL, person_id uuid NOT NULL,
      choice text NOT NULL CHECK (choice IN ('for', 'against', 'abstain', 'recused')),
      PRIMARY KEY (city_id, decision_id, person_id),
      CONSTRAINT committee_decision_vote_of FOREIGN KEY (city_id, decision_id)
        REFERENCES committee_decision (city_id, id))`);
  }

  private async recording(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE committee_minutes (
      ${KEY}, meeting_id uuid NOT NULL, content text NOT NULL, on_day date NOT NULL, ${BY},
      PRIMARY KEY (city_id, meeting_id), CONSTRAINT committee_minutes_meeting ${MEETING})`);
    await runner.query(`CREATE TABLE committee_signature (
      ${KEY}, meeting_id uuid NOT NULL, person_id uuid NOT NULL, ${BY},
      PRIMARY KEY (city_id, meeting_id, person_id), CONSTRAINT committee_signature_meeting ${MEETING})`);
    await runner.query(`CREATE TABLE committee_publication (
      ${KEY}, meeting_id uuid NOT NULL, on_day date NOT NULL, place text NOT NULL, ${BY},
      PRIMARY KEY (city_id, meeting_id), CONSTRAINT committee_publication_meeting ${MEETING})`);
  }
}
