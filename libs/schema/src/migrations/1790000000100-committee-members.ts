import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, wall } from '../wall.js';

const ROLES = `'city-administrator', 'county-staff', 'sub-district-staff', 'community-staff', 'property-firm-staff',
  'auditor'`;

/** Who sits on a committee, from which to which day, and the sign-in that a seat brings. */
export class CommitteeMembers1790000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE role_grant DROP CONSTRAINT role_grant_role_check`);
    await runner.query(`ALTER TABLE role_grant ADD CONSTRAINT role_grant_role_check
      CHECK (role IN (${ROLES}, 'committee-member'))`);
    await runner.query(`CREATE TABLE committee_member (
      city_id smallint NOT NULL REFERENCES city (id),
      id uuid NOT NULL,
      record_id uuid NOT NULL,
      committee_id uuid NOT NULL,
      person_id uuid NOT NULL,
      name text NOT NULL,
      post text NOT NULL CHECK (post IN ('chair', 'deputy', 'member', 'alternate')),
      rank integer,
      is_owner boolean NOT NULL,
      from_day date NOT NULL,
      to_day date NOT NULL,
      basis text NOT NULL,
      end_kind text CHECK (end_kind IN ('resigned', 'disqualified', 'removed', 'stepped-up', 'new-post')),
      end_ground text CHECK (end_ground IN ('not-owner', 'incapacity', 'convicted', 'manager-interest', 'other')),
      end_document text,
      resolution_id uuid,
      change_reason text,
      recorded_at timestamptz NOT NULL,
      recorded_by text NOT NULL,
      superseded_at timestamptz,
      PRIMARY KEY (city_id, id),
      CONSTRAINT committee_member_days CHECK (to_day >= from_day),
      CONSTRAINT committee_member_ranked CHECK ((post = 'alternate') = (rank IS NOT NULL)),
      CONSTRAINT committee_member_ground CHECK ((end_kind = 'disqualified') = (end_ground IS NOT NULL)
        OR (end_kind IS NULL AND end_ground IS NULL)),
      CONSTRAINT committee_member_removed CHECK (end_kind <> 'removed' OR resolution_id IS NOT NULL),
      CONSTRAINT committee_member_resolution FOREIGN KEY (city_id, resolution_id) REFERENCES resolution (city_id, id))`);
    await runner.query(`CREATE UNIQUE INDEX committee_member_current ON committee_member (city_id, record_id)
      WHERE superseded_at IS NULL`);
    await runner.query(`CREATE INDEX committee_member_of ON committee_member (city_id, committee_id)`);
    await wall(runner, 'committee_member', 'SELECT, INSERT');
    await grant(runner, 'committee_member', 'UPDATE (superseded_at)');
    await runner.query(`CREATE TABLE committee_sign_in (
      city_id smallint NOT NULL REFERENCES city (id),
      grant_id uuid NOT NULL,
      committee_id uuid NOT NULL,
      person_id uuid NOT NULL,
      user_id uuid NOT NULL,
      given_at timestamptz NOT NULL,
      given_by text NOT NULL,
      PRIMARY KEY (city_id, grant_id),
      CONSTRAINT committee_sign_in_grant FOREIGN KEY (city_id, grant_id) REFERENCES role_grant (city_id, id),
      CONSTRAINT committee_sign_in_user FOREIGN KEY (city_id, user_id) REFERENCES user_account (city_id, id))`);
    await runner.query(`CREATE INDEX committee_sign_in_of ON committee_sign_in (city_id, committee_id)`);
    await runner.query(`CREATE INDEX committee_sign_in_user_of ON committee_sign_in (city_id, user_id)`);
    await wall(runner, 'committee_sign_in', 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE committee_sign_in, committee_member`);
    await runner.query(`ALTER TABLE role_grant DROP CONSTRAINT role_grant_role_check`);
    // Seats that were given stay on record, though nobody is given one any more.
    await runner.query(
      `ALTER TABLE role_grant ADD CONSTRAINT role_grant_role_check CHECK (role IN (${ROLES})) NOT VALID`,
    );
  }
}
