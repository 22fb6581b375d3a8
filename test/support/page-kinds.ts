/** One page of each kind: what is looked at in every colour and width. */
export const SYMPTOM_PAGE = '/symptoms/unit-tests-import-errors/';

export const PAGE_KINDS: Record<string, string> = {
  home: '/',
  search: '/search/',
  'quick reference': '/quick-reference/',
  symptom: SYMPTOM_PAGE,
  'symptom with snippets': '/symptoms/coverage-upload-fails/',
  workflow: '/workflows/pr-validation/',
  guide: '/guides/enable-debug-logging/',
  escalation: '/escalation/',
  checklist: '/checklist/',
  commands: '/commands/',
  about: '/about/',
  accuracy: '/how-sure/',
  'not found': '/no-such-page/',
};
