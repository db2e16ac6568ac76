import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EvidenceForm, EvidenceKind } from './evidence-form.js';

/** What was sent, by path. */
const sent: { path: string; body: unknown }[] = [];

describe('the form of evidence', () => {
  let forms: typeof import('./evidence-form.js');

  beforeAll(async () => {
    Object.assign(globalThis, {
      location: { origin: 'http://jiayuan.test' },
      sessionStorage: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined },
      fetch: async (request: Request) => {
        sent.push({ path: new URL(request.url).pathname, body: await request.json() });
        return new Response(JSON.stringify({ id: 'r' }), { status: 201 });
      },
    });
    forms = await import('./evidence-form.js');
  });
  beforeEach(() => {
    sent.length = 0;
  });

  const paper = { documentNumber: '备1号', issuingBody: '街道办', from: '2026-01-01', to: '2028-12-31' };

  async function sendingOf(kind: EvidenceKind, filled: Partial<EvidenceForm>, fileId?: string): Promise<unknown> {
    const form = { ...forms.emptyForm('2026-11-23'), ...filled };
    expect(forms.isComplete(kind, form)).toBe(true);
    await forms.recordEvidence({ kind, compoundId: 'c', ...(fileId ? { fileId } : {}) }, form);
    return sent;
  }

  it('is sent as an order of its kind, without what was left empty', async () => {
    expect(await sendingOf('service-mode', { ...paper, kind: 'P', company: '甲物业' }, 'f')).toEqual([
      {
        path: '/api/v1/service-modes',
        body: { ...paper, compoundIds: ['c'], mode: 'P', company: '甲物业', fileId: 'f' },
      },
    ]);
  });

  it('tells of a body its numbers, and a number that is none as it was typed', async () => {
    await sendingOf('committee', { ...paper, kind: 'pmc', seats: '7', members: '七' });
    expect(sent).toEqual([
      {
        path: '/api/v1/committees',
        body: { ...paper, compoundIds: ['c'], kind: 'pmc', seats: 7, members: '七' },
      },
    ]);
  });

  it('names whose party organisation it is', async () => {
    await sendingOf('party-organisation', { ...paper, kind: 'own', subjectId: 'company:x', memberCount: '5' });
    expect(sent).toEqual([
      {
        path: '/api/v1/party-organisations',
        body: { ...paper, subjectKind: 'company', subjectId: 'x', kind: 'own', memberCount: 5 },
      },
    ]);
  });

  it('takes a sign of service with its day, which is today at first', async () => {
    await sendingOf('service-sign', { kind: 'inspection', note: '  ' }, 'f');
    expect(sent).toEqual([
      {
        path: '/api/v1/service-signs',
        body: { compoundId: 'c', kind: 'inspection', onDay: '2026-11-23', fileId: 'f' },
      },
    ]);
  });

  it('is not complete without what makes it evidence', () => {
    for (const kind of forms.EVIDENCE_KINDS) {
      expect([kind, forms.isComplete(kind, { ...forms.emptyForm('2026-11-23'), ...paper })]).toEqual([kind, false]);
    }
  });
});
