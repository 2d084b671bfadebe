/** Do the pages of the project name files that are there? Every relative link, and every path in code font. */

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const PAGES = ['README.md', 'src/README.md', 'src/format/FORMAT.md', 'corpus/README.md']

describe('pages', () => {
  for (const page of PAGES) {
    it(`${page} has no broken link`, () => {
      const text = readFileSync(page, 'utf8')
      const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)\s#]+)/g)].map((match) => match[1]!)
      const broken = links.filter((link) => !existsSync(join(dirname(page), link)))
      expect(broken).toEqual([])
    })
  }

  it('src/README.md names only files and folders that exist', () => {
    const text = readFileSync('src/README.md', 'utf8')
    const paths = [...text.matchAll(/`((?:src|bench|tests|corpus)\/[\w./-]*|[\w-]+\/[\w-]+\.ts|[\w-]+\/)`/g)].map(
      (match) => match[1]!,
    )
    const broken = paths.filter((path) => !existsSync(path) && !existsSync(join('src', path)))
    expect(broken).toEqual([])
  })
})
