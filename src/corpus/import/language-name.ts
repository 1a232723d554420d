const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });

/** “Russian” for `ru`. */
export function languageName(code: string): string {
  return code === 'und' ? 'a language that is not known' : (LANGUAGES.of(code) ?? code);
}
