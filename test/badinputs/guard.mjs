// Loaded before a program (`node --import`): whatever would leave the machine is told on standard error and refused, in
// the program and in the parsers' processes, which get no environment of their own.
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

function refuse(what) {
  return (...given) => {
    process.stderr.write(`OUTBOUND ${what} ${String(JSON.stringify(given[0])).slice(0, 200)}\n`);
    throw new Error('nothing may leave this machine');
  };
}

net.Socket.prototype.connect = refuse('connection');
dgram.Socket.prototype.send = refuse('packet');
dgram.Socket.prototype.connect = refuse('packet');
// A server looks up the address it listens on; that one is no name.
const { lookup } = dns;
dns.lookup = (name, ...rest) => (net.isIP(name) ? lookup(name, ...rest) : refuse('look-up')(name));
for (const each of ['resolve', 'resolve4', 'resolve6', 'reverse']) dns[each] = refuse('look-up');

const { fork } = childProcess;
childProcess.fork = (file, options = {}) => {
  const here = fileURLToPath(import.meta.url);
  const execArgv = [...(options.execArgv ?? []), `--allow-fs-read=${here}`, '--import', here];
  return fork(file, { ...options, execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
};
syncBuiltinESMExports();
