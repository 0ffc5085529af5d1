import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CfnHoursOfOperation } from 'aws-cdk-lib/aws-connect'
import { describe, expect, it } from 'vitest'
import { checkedSynth } from '../../infra/constructs/checked-synth.ts'
import { readAssembly } from '../../infra/local/template/template.ts'
import { madeApp } from './synthesised.ts'

const project = join(import.meta.dirname, '../..')

describe('npm run synth', () => {
  it('writes a checked template without network, credentials or CLI', async () => {
    const outdir = mkdtempSync(join(tmpdir(), 'line-synth-'))
    const nowhere = 'http://127.0.0.1:9'
    const environment = { PATH: process.env['PATH'], HOME: outdir, CDK_OUTDIR: outdir, HTTPS_PROXY: nowhere, HTTP_PROXY: nowhere }
    const { stdout } = await promisify(execFile)(process.execPath, [join(project, 'infra/synth.ts')], { cwd: outdir, env: environment })

    expect(stdout).toContain('Opens: De Plan-Trekkers, regio Oost')
    expect(stdout).toContain('Stays shut until its hours and area are confirmed: 1Gezin-1Plan Oost-Brabant, Oost-Brabant')
    const list = JSON.parse(readFileSync(join(outdir, 'regions.json'), 'utf8'))
    expect(list.opened.map((region: { id: string }) => region.id)).toEqual(['limburg-oost', 'voor-en-noorderkempen'])
    expect(list.unopened.map((region: { id: string }) => region.id)).toEqual(['oost-brabant'])
    expect(readdirSync(outdir).filter((name) => name.startsWith('asset.'))).toEqual([])

    const assembly = readAssembly(outdir, { secret: () => 'made up' })
    for (const { metadata } of assembly.ofType('AWS::Lambda::Function'))
      expect(existsSync(join(project, String(metadata['permanence:entry'])))).toBe(true)
  }, 60_000)

  it('refuses a weekday that Connect does not know', () => {
    const { app, lines } = madeApp(undefined, { '@aws-cdk/core:validateAgainstDefaultRules': true })
    delete process.env['CDK_VALIDATION']
    const hours = lines[0]?.node.findChild('Hours')
    if (!(hours instanceof CfnHoursOfOperation)) throw new Error('There are no hours.')
    hours.addPropertyOverride('Config.0.Day', 'VRIJDAG')
    expect(() => checkedSynth(app)).toThrow(/limburg-oost\/Hours: Config\.0\.Day: 'VRIJDAG' is not one of/)
  }, 60_000)
})
