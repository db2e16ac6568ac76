import type zh from '../zh-CN/ui.js';

const words: typeof zh = {
  ui: {
    loading: 'Loading',
    retry: 'Try again',
    unreachable: 'The server cannot be reached; nothing was changed. Check the network and try again.',
    unreadable: 'The server’s answer makes no sense (status {status}); nothing was changed. Try again later.',
    requestId: 'Request',
    more: 'Show more',
    shownAll: '{n} in all, every one shown',
    shownSome: '{n} shown, more to come',
    proposals: '{n} proposals',
    save: 'Save',
    cancel: 'Cancel',
    remove: 'Remove',
    chooseFile: 'Choose a file',
    otherFile: 'Choose another',
    confirm: 'Confirm',
    print: 'Print',
    export: 'Export to Excel',
    view: 'View',
    columns: 'Columns',
    asChart: 'Chart',
    asTable: 'Table',
  },
};

export default words;
