/** 会议形式（物业管理条例第十二条、指导规则第二十二条）: 书面征求意见, ballots brought to every owner; 集体讨论, owners meet. */
export const MEETING_FORMS = ['written', 'collective'] as const;

export type MeetingForm = (typeof MEETING_FORMS)[number];

export const FORM_WORDS: Readonly<Record<MeetingForm, string>> = {
  written: '书面征求意见',
  collective: '集体讨论',
};
