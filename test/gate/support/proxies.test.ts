import assert from 'node:assert/strict';
import { caddy, nginx, plainNginx } from './proxies.js';

const ports = { proxy: 8001, server: 8002 };

describe('the configuration of a proxy', () => {
  it('of an operator is taken, but for its ports, names and certificates: nginx', () => {
    const adapted = nginx.adapted(
      `limit_req_zone $binary_remote_addr zone=a:1m rate=5r/s;
server {
  listen 443 ssl http2;
  listen [::]:443 ssl;
  server_name register.example;
  ssl_certificate /etc/a.pem;
  location / {
    proxy_pass http://127.0.0.1:3000;
    proxy_read_timeout 60s;
  }
}`,
      ports,
    );
    assert.match(adapted, /limit_req_zone/);
    assert.deepEqual(adapted.match(/listen .*/g), ['listen 127.0.0.1:8001;']);
    assert.match(adapted, /proxy_pass http:\/\/127\.0\.0\.1:8002;\n\s+proxy_read_timeout 60s;/);
    assert.doesNotMatch(adapted, /ssl|register\.example|3000/);
  });

  it('of an operator is taken, but for its ports, names and certificates: Caddy', () => {
    const adapted = caddy.adapted(
      '# Caddyfile\nregister.example {\n  reverse_proxy localhost:3000 {\n    flush_interval -1\n  }\n}\n',
      ports,
    );
    assert.match(adapted, /^http:\/\/127\.0\.0\.1:8001 \{\n {2}reverse_proxy 127\.0\.0\.1:8002 \{$/m);
    assert.match(adapted, /flush_interval -1/);
    assert.doesNotMatch(adapted, /register\.example|3000/);
  });

  for (const kind of [nginx, plainNginx, caddy])
    it(`is there, and names the server: ${kind.name}`, () => {
      assert.match(kind.configuration(), /(127\.0\.0\.1|localhost):3000/);
    });
});
