import { writtenDay, type Day } from '#libs/kernel';
import { asksRemedyNotice, type PowerKind } from '../catalogue/power.js';

/** What the paper of an act says, before anybody lays it out. */
export interface OfficialPaper {
  readonly office: string;
  readonly documentNumber: string;
  /** For example 备案通知书, under the name of the power. */
  readonly title: string;
  readonly powerName: string;
  readonly addressee: string;
  readonly compound: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly decision: string;
  readonly legalBasis: string;
  /** 救济告知, where the kind asks for one. */
  readonly remedy: string | null;
  readonly date: string;
  readonly isRevoked: boolean;
}

/** What a paper of each kind is called. */
const TITLES: Readonly<Record<PowerKind, string>> = {
  filing: '备案通知书',
  approval: '决定书',
  guidance: '指导意见书',
  supervision: '监督处理决定书',
  emergency: '应急处置决定书',
  mediation: '调解（处理）意见书',
  enforcement: '行政执法文书',
};

/** 行政复议法第二十条、行政诉讼法第四十六条: the time limits run from knowing of the act. */
const REMEDY =
  '如不服本决定，可以自知道本决定之日起六十日内依法申请行政复议，也可以自知道本决定之日起六个月内依法向人民法院提起行政诉讼。';

/** Composes the paper of an act. */
export function composePaper(act: {
  readonly kind: PowerKind;
  readonly office: string;
  readonly documentNumber: string;
  readonly powerName: string;
  readonly legalBasis: string;
  readonly applicant: string;
  readonly compound: string;
  readonly form: readonly { readonly label: string; readonly value: string | number | null }[];
  readonly decision: string;
  readonly issuedOn: Day;
  readonly isRevoked: boolean;
}): OfficialPaper {
  const { kind, office, documentNumber, powerName, legalBasis, applicant, compound, decision, isRevoked } = act;
  const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);
  const facts = act.form.flatMap(({ label, value }) => {
    if (value === null) return [];
    const text = String(value);
    return [[label, isDay(text) ? writtenDay(text) : text] as const];
  });
  return {
    ...{ office, documentNumber, powerName, legalBasis, compound, decision, isRevoked, facts },
    title: TITLES[kind],
    addressee: applicant,
    remedy: asksRemedyNotice(kind) ? REMEDY : null,
    date: writtenDay(act.issuedOn, true),
  };
}
