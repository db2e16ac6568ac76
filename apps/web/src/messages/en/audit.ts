import type zh from '../zh-CN/audit.js';

const words: typeof zh = {
  audit: {
    title: 'Audit log',
    hint: 'Who did what to what, when, on which basis; only ever added to, newest first.',
    bySubject: 'By subject, such as compound or compound:id',
    kinds: 'By kind',
    all: 'All',
    none: 'No such lines',
    at: 'Time',
    actor: 'Actor',
    action: 'Action',
    subject: 'Subject',
    change: 'Change',
    changes: '{n} changes',
    onlyThis: 'Only lines of this subject',
  },
};

export default words;
