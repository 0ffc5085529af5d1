const longestAttributesBytes = 32_768

/** Why the service would refuse these contact attributes, or null if it would not. */
export function attributesProblem(attributes: Record<string, string>): string | null {
  if (Object.keys(attributes).some((key) => !/^[A-Za-z0-9\-_]{1,32767}$/.test(key)))
    return 'Attribute keys may have letters, digits, - and _ only.'
  const bytes = Object.entries(attributes).reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value), 0)
  return bytes > longestAttributesBytes ? 'The attributes of a contact may take 32768 bytes together.' : null
}
