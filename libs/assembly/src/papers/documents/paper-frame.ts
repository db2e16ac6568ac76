import { chineseNumber } from '#libs/kernel';
import { lineAcross, RED, signedBelow, SOFT, type Paper, type PaperContent } from '#libs/platform';

/** A section with its heading: 一、会议基本情况. */
export interface Section {
  readonly title: string;
  readonly content: readonly PaperContent[];
}

export interface FramedPaper {
  /** Whose paper it is: the organiser. */
  readonly body: string;
  readonly title: string;
  readonly opening: readonly PaperContent[];
  readonly sections: readonly Section[];
  readonly signed: readonly PaperContent[];
  readonly url: string;
  readonly hint: string;
  readonly foot: string;
  readonly watermark: string | null;
}

/** Numbered sentences: 1. 2. 3. */
export function numbered(sentences: readonly string[]): PaperContent {
  return { ol: [...sentences], margin: [6, 4, 0, 0] };
}

/** Lays a paper of an assembly out: red head, title, sections, and at its end the QR code beside who signs. */
export function framed(paper: FramedPaper): Paper {
  const { body, title, opening, sections, signed, url, hint, foot, watermark } = paper;
  return {
    ...{ title, watermark, foot },
    content: [
      { text: body, color: RED, fontSize: 24, alignment: 'center', lineHeight: 1.2, margin: [0, 0, 0, 6] },
      lineAcross(RED, 1.5),
      { text: title, fontSize: 19, alignment: 'center', lineHeight: 1.3, margin: [0, 18, 0, 10] },
      ...opening,
      ...sections.flatMap((section, at) => [
        { text: `${chineseNumber(at + 1)}、${section.title}`, fontSize: 14, margin: [0, 12, 0, 2], headlineLevel: 1 },
        ...section.content,
      ]),
      signedBelow({ qr: url, hint, lines: signed }),
    ],
  };
}

/** Small grey words below something. */
export function aside(text: string): PaperContent {
  return { text, fontSize: 10, color: SOFT, margin: [0, 2, 0, 4] };
}

/** A heading below a section that never stands alone at the end of a page. */
export function headed(title: string, below: readonly PaperContent[]): PaperContent {
  return { unbreakable: true, stack: [{ text: title, fontSize: 13, margin: [0, 10, 0, 0] }, ...below] };
}
