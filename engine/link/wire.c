// SPDX-License-Identifier: MIT
// Frames and their pieces, on sockets that never block.
#include "link/wire.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { HEADER = 5 };

size_t sl_wire_begin(SlText *out, SlWireKind kind) {
    size_t begun = out->length;
    char header[HEADER] = {0, 0, 0, 0, (char)kind};
    sl_text_add(out, header, HEADER);
    return begun;
}

void sl_wire_end(SlText *out, size_t begun) {
    uint32_t length = (uint32_t)(out->length - begun - HEADER);
    memcpy(out->at + begun, &length, sizeof length);
}

void sl_wire_put(SlText *out, const void *bytes, size_t count) {
    sl_text_add(out, bytes, count);
}

void sl_wire_put_string(SlText *out, const char *text) {
    uint32_t length = text ? (uint32_t)strlen(text) : UINT32_MAX;
    sl_text_add(out, (const char *)&length, sizeof length);
    if (text)
        sl_text_add(out, text, length + 1);
}

void sl_wire_get(SlWireReader *reader, void *bytes, size_t count) {
    if (reader->bad || (size_t)(reader->end - reader->at) < count) {
        reader->bad = true;
        memset(bytes, 0, count);
        return;
    }
    memcpy(bytes, reader->at, count);
    reader->at += count;
}

const char *sl_wire_get_string(SlWireReader *reader, size_t *length) {
    uint32_t n;
    sl_wire_get(reader, &n, sizeof n);
    if (length)
        *length = 0;
    if (reader->bad || n == UINT32_MAX)
        return NULL;
    if ((size_t)(reader->end - reader->at) <= n || reader->at[n]) {
        reader->bad = true;
        return NULL;
    }
    const char *text = reader->at;
    reader->at += n + 1;
    if (length)
        *length = n;
    return text;
}

bool sl_wire_flush(int socket, SlText *out) {
    size_t sent = 0;
    bool alive = true;
    while (sent < out->length) {
        ssize_t n = send(socket, out->at + sent, out->length - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            alive = errno == EAGAIN || errno == EWOULDBLOCK;
            break;
        }
        sent += (size_t)n;
    }
    if (sent) {
        memmove(out->at, out->at + sent, out->length - sent);
        out->length -= sent;
    }
    return alive;
}

bool sl_wire_fill(int socket, SlText *in) {
    enum { BLOCK = 1 << 16, MOST = 1 << 22 };
    char block[BLOCK];
    for (size_t total = 0; total < MOST;) {
        ssize_t n = recv(socket, block, BLOCK, MSG_DONTWAIT);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return errno == EAGAIN || errno == EWOULDBLOCK;
        if (n == 0)
            return false;
        sl_text_add(in, block, (size_t)n);
        total += (size_t)n;
    }
    return true;
}

int sl_wire_next(const SlText *in, size_t *offset, SlWireKind *kind, SlWireReader *reader) {
    if (in->length - *offset < HEADER)
        return 0;
    uint32_t length;
    memcpy(&length, in->at + *offset, sizeof length);
    if (length > SL_WIRE_LARGEST)
        return -1;
    if (in->length - *offset - HEADER < length)
        return 0;
    *kind = (SlWireKind)(unsigned char)in->at[*offset + 4];
    *reader = (SlWireReader){in->at + *offset + HEADER, in->at + *offset + HEADER + length, false};
    *offset += HEADER + length;
    return 1;
}

void sl_wire_drop(SlText *in, size_t *offset) {
    if (!*offset)
        return;
    memmove(in->at, in->at + *offset, in->length - *offset);
    in->length -= *offset;
    *offset = 0;
}
