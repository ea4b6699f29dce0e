import { install, load } from '../bench/installation.ts';

/*
 * Reads a file into the installation of a folder, to be killed while it does:
 * `tsx tests/crash/child.ts FOLDER FILE`. Says when it begins and when it is done.
 */

const [folder, file] = process.argv.slice(2) as [string, string];
const installation = install(folder);
process.stdout.write('begun\n');
load(installation, file);
process.stdout.write('done\n');
