/**
 * Text that changes inside an element that stays. A browser that translates the page puts elements of its own where our text nodes were, and
 * a text node that is gone cannot show the next sentence: a new text therefore gets a new element.
 */
export function LiveText({ text }: { text: string }) {
  return text ? <span key={text}>{text}</span> : null
}
