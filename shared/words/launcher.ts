import type { Language } from '../domain/regions/region.ts'

/** The texts of the launcher button. */
export type LauncherWords = { open: string; close: string; unread(count: number): string }

/** The launcher texts for the embedding page, in all languages at once: that is smaller than one more file to load. */
export const launcherWords: Record<Language, LauncherWords> = {
  nl: {
    open: 'Bezorgd om een kind of gezin? Chat met ons',
    close: 'Chatvenster sluiten',
    unread: (count) => (count === 1 ? '1 nieuw bericht' : `${count} nieuwe berichten`),
  },
  fr: {
    open: 'Inquiet pour un enfant ou une famille ? Chattez',
    close: 'Fermer la fenêtre de chat',
    unread: (count) => (count === 1 ? '1 nouveau message' : `${count} nouveaux messages`),
  },
  en: {
    open: 'Worried about a child or family? Chat with us',
    close: 'Close chat window',
    unread: (count) => (count === 1 ? '1 new message' : `${count} new messages`),
  },
}
