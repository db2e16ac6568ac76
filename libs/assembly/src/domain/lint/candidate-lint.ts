import { found, type Finding } from './findings.js';

/** One candidate as far as they are looked at before the vote. */
export interface LintCandidate {
  readonly name: string;
  readonly note: string;
  /** Declared in writing: of full capacity, and neither they nor close relatives serve the manager. */
  readonly isDeclared: boolean;
  /** Whether the register of the compound has an owner of this name on the day of the notice. */
  readonly isOwner: boolean;
}

interface Election {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly candidates: readonly LintCandidate[];
}

/** Words that keep whoever owes fees from standing: no law does (全国人大常委会法工委 2021 年备案审查；上海 2023 年删除). */
const BARS_DEBTORS =
  /(欠费|拖欠|欠缴|未缴|未交|缴清|交清|按时(?:缴|交)纳).{0,30}(不得|不能|无权|方可|才能|才可|资格)|(不得|不能).{0,12}(欠费|拖欠|欠缴)/;

/**
 * 候选人资格: an owner, fit for office by their own written word (指导规则第三十一条). What a candidate owes is neither
 * asked nor told: arrears never bar.
 */
export function candidateFindings({ id, title, body, candidates }: Election): readonly Finding[] {
  const of = (code: Parameters<typeof found>[0], those: readonly LintCandidate[]): readonly Finding[] =>
    those.length === 0 ? [] : [found(code, { motion: title, names: those.map(({ name }) => name).join('、') }, id)];
  const texts = [body, ...candidates.map(({ note }) => note)];
  return [
    ...of(
      'candidate-twice',
      candidates.filter(({ name }, at) => candidates.findIndex((each) => each.name === name) < at),
    ),
    ...of(
      'candidate-not-owner',
      candidates.filter(({ isOwner }) => !isOwner),
    ),
    ...of(
      'candidate-undeclared',
      candidates.filter(({ isDeclared }) => !isDeclared),
    ),
    ...(texts.some((text) => BARS_DEBTORS.test(text)) ? [found('arrears-never-bar', { motion: title }, id)] : []),
  ];
}
