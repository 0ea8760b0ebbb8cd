// Loaded before the app: whoever reaches for the network fails the synthesis.
import dns from 'node:dns';
import net from 'node:net';

const refuse = (what) => () => {
  throw new Error(`synthesis reached for the network: ${what}`);
};
net.Socket.prototype.connect = refuse('a connection');
dns.lookup = refuse('a name');
dns.promises.lookup = refuse('a name');
