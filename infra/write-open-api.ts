import { writeFileSync } from 'node:fs'
import { openApiInput } from './open-api-input.ts'
import { openApiText } from './open-api.ts'

writeFileSync(new URL('../docs/openapi.json', import.meta.url), openApiText(await openApiInput()))
