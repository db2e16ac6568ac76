/** Line drawings on a 24-unit square; drawn here because a dozen shapes need no package. */
export const ICONS: Readonly<Record<string, string>> = {
  board: 'M4 19V5M4 19h16M8 15V11M12 15V7M16 15v-3',
  gaps: 'M9 5h11M9 12h11M9 19h6M4 5h.01M4 12h.01M4 19h.01M18 17l3 3M21 17l-3 3',
  compounds: 'M4 20V8l6-4v16M10 20h10V11l-10-3M7 10h.01M7 14h.01M14 13h.01M17 13h.01M14 16h.01M17 16h.01M3 20h18',
  imports: 'M12 15V4M8 8l4-4 4 4M5 14v5h14v-5',
  pairs: 'M4 6h6v12H4zM14 6h6v12h-6zM10 10h4M10 14h4',
  targets: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8M12 12h.01',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M3 20c0-3.5 2.5-6 6-6s6 2.5 6 6' +
    'M16 4.5a3.5 3.5 0 0 1 0 6M18 14.5c2 .8 3 2.8 3 5.5',
  ballot: 'M4 12h16v8H4zM9 16h6M8 12V4h8v8M10.5 7.5l1.2 1.2 2-2.2',
  acts: 'M5 4h14v16H5zM9 9h6M9 13h6M9 17h3',
  delegations: 'M12 4v6M12 10l-6 4v5M12 10l6 4v5M4 19h4M16 19h4M10 4h4',
  matrix: 'M4 4h16v16H4zM4 9.3h16M4 14.6h16M9.3 4v16M14.6 4v16',
  log: 'M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h7',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  place: 'M12 21c4-5 7-8 7-11.5a7 7 0 1 0-14 0C5 13 8 16 12 21M12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5',
  day: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14M16 16l5 5',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 21c0-4 3.5-7 8-7s8 3 8 7',
  down: 'M6 9l6 6 6-6',
  right: 'M9 6l6 6-6 6',
  close: 'M6 6l12 12M18 6L6 18',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  export: 'M12 4v11M8 11l4 4 4-4M5 16v4h14v-4',
  file: 'M6 3h9l4 4v14H6zM14 3v5h5',
  warning: 'M12 4 2.5 20h19zM12 10v4M12 17h.01',
};
