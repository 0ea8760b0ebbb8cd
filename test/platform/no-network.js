// Loaded before the app: any use of the network fails the synthesis.
import dns from 'node:dns';
import net from 'node:net';

const refuse = (what) => () => {
  throw new Error(`synthesis used the network: ${what}`);
};
net.Socket.prototype.connect = refuse('a connection');
dns.lookup = refuse('a name');
dns.promises.lookup = refuse('a name');
