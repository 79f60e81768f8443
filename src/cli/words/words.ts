import type { Words } from './en.ts'

export type { Words }

export const languages = ['en', 'vi'] as const
export type LanguageTag = (typeof languages)[number]

const isLanguage = (tag: unknown): tag is LanguageTag => languages.includes(tag as LanguageTag)

/** `--lang`, then `CHANCERY_LANG`, then the configuration, then the machine's own setting; English otherwise. */
export const languageOf = (
  flag: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  configured?: string | undefined,
): LanguageTag => {
  const machine = (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').slice(0, 2)
  return [flag, env.CHANCERY_LANG, configured, machine].find(isLanguage) ?? 'en'
}

/** Loads one language; the other one stays on disk. */
export const wordsFor = async (tag: LanguageTag): Promise<Words> =>
  tag === 'vi' ? (await import('./vi.ts')).vi : (await import('./en.ts')).en
