import type { Language } from '../domain/regions/region.ts'

export type LauncherWords = { open: string; close: string; unread(count: number): string }

/** The few words on somebody else's page, in every language at once: the script that carries them weighs less than a second file. */
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
