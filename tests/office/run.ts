import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ReportDocument } from '#lib/format/document.ts';
import { readBase } from '#lib/server/report/base.ts';
import { renderDocx } from '#lib/server/report/docx.ts';
import { renderHtml } from '#lib/server/report/html.ts';
import { renderXlsx } from '#lib/server/report/xlsx.ts';
import { gnestaReport } from './gnesta.ts';
import { hardReport, wideReport } from './hard.ts';
import { swedishBase } from './swedish-base.ts';

/*
 * Opens what we write in an office program, and leaves it as pictures to be looked at: `npm run office -- mapp`. Needs
 * LibreOffice and pdftoppm (Debian: libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils).
 */

const folder = resolve(process.argv[2] ?? 'data/office');
mkdirSync(folder, { recursive: true });

const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

function pagesOf(file: string): number {
  const pdf = file.replace(/\.\w+$/, '.pdf');
  run('soffice', '--headless', '--convert-to', 'pdf', '--outdir', folder, file);
  const pages = Number(/^Pages:\s+(\d+)/m.exec(run('pdfinfo', pdf))?.[1]);
  run('pdftoppm', '-png', '-r', '80', pdf, pdf.replace(/\.pdf$/, ''));
  return pages;
}

async function write(name: string, report: ReportDocument, withBase = false): Promise<void> {
  const base = withBase ? readBase(swedishBase()) : null;
  if (base && !base.ok) throw new Error(`the base is not taken: ${base.error}`);
  const started = performance.now();
  const docx = await renderDocx(report, base?.value ?? null);
  const ms = Math.round(performance.now() - started);
  writeFileSync(join(folder, `${name}.docx`), docx);
  console.log(`${name}.docx: ${pagesOf(`${name}.docx`)} sidor, ${docx.length} byte, ${ms} ms`);
}

await write('gnesta', gnestaReport());
await write('gnesta-mall', gnestaReport(), true);
await write('svar', hardReport());
await write('bred', wideReport());

writeFileSync(join(folder, 'gnesta-bok.xlsx'), await renderXlsx(gnestaReport()));
console.log(`gnesta-bok.xlsx: ${pagesOf('gnesta-bok.xlsx')} sidor`);
writeFileSync(join(folder, 'gnesta.html'), renderHtml(gnestaReport()));
console.log(
  `${readdirSync(folder).filter((file) => file.endsWith('.png')).length} bilder i ${folder}`,
);
