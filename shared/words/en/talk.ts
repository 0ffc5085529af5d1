import type { TalkWords } from '../types/words.ts'

const traces = {
  'national-number': 'a national register number',
  telephone: 'a telephone number',
  'e-mail': 'an e-mail address',
  'long-number': 'a long number',
}

/** The texts of the widget in a chat, in English. */
export const enTalk: TalkWords = {
  waiting: 'Someone will join as soon as possible.',
  inQueue: 'You are in the queue.',
  joined: (alias) => `${alias} is here. What worries you?`,
  typing: (alias) => `${alias} is typing`,
  messages: 'Messages',
  input: 'Type your message',
  send: 'Send',
  you: 'You',
  system: 'Automatic message',
  personalHint: (trace) => `This looks like ${traces[trace]}. Leave it out?`,
  sendAnyway: 'Send anyway',
  changeIt: 'Change the message',
  tooLong: (limit) => `Your message is too long. It can have ${limit} characters at most.`,
  charactersLeft: (count) => (count === 1 ? '1 character left.' : `${count} characters left.`),
  empty: 'Type a message first.',
  sending: 'Sending',
  notSent: 'Not sent',
  unsent: 'You did not send this. You can copy it here.',
  cannotShow: 'This chat cannot show what is here, such as a file.',
  sendAgain: 'Send again',
  reconnecting: 'Connection lost. Trying again.',
  workerLeft: 'Our colleague has ended the conversation.',
  ended: 'The conversation has ended. Thank you.',
  end: 'End the conversation',
  endConfirm: 'Do you really want to end the conversation?',
  goOn: 'Keep chatting',
  leaveNoTrace: 'Erase this chat from my screen',
}
