// What textlint finds in texts with its rule for inclusive language; in and out as in alex.mjs.
import { readFileSync } from 'node:fs'
import { createLinter, loadTextlintrc } from 'textlint'

const descriptor = await loadTextlintrc({ configFilePath: new URL('.textlintrc.json', import.meta.url).pathname })
const linter = createLinter({ descriptor })
const texts = JSON.parse(readFileSync(0, 'utf8'))
const found = []
for (const [number, one] of texts.entries()) {
  const result = await linter.lintText(one, `${number}.txt`)
  found.push(result.messages.map((m) => m.range))
}
console.log(JSON.stringify(found))
