// SPDX-License-Identifier: MIT
// Natives of package os that touch the file system. A machine that was not given files refuses all of them before any
// system call is made. A program reaches only descriptors that it has opened itself, and opens no pipes, sockets or
// devices that could block, so that each call is short.
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "std/state.h"

enum { REFUSED = -1048576, MOST_BYTES = 1 << 20 }; // REFUSED: as os/file.go; a call moves at most MOST_BYTES

typedef enum {
    OP_UNLINK,
    OP_RMDIR,
    OP_MKDIR,
    OP_RENAME,
    OP_CHDIR,
    OP_SYMLINK,
    OP_LINK,
    OP_CHMOD,
    OP_TRUNCATE,
    OP_FTRUNCATE,
    OP_UTIMES,
    OP_SYNC,
} Operation;

static SlStd *state(SlWorker *worker) {
    return worker->machine->std;
}

static bool allowed(const SlWorker *worker) {
    return worker->machine->options.files;
}

// Whether the program may do something to a path: any, or one that leads below the one folder that it was given. That
// holds no symbolic links, since it cannot make any there.
static bool allowed_path(const SlWorker *worker, const char *name) {
    const char *below = worker->machine->options.files_below;
    if (allowed(worker) || !below || !name)
        return allowed(worker);
    size_t length = strlen(below);
    if (strncmp(name, below, length) != 0 || (name[length] != '/' && name[length]))
        return false;
    for (const char *at = name; (at = strstr(at, "..")); at += 2)
        if (at[-1] == '/' && (at[2] == '/' || !at[2]))
            return false;
    return true;
}

// A name without zeros, or null.
static const char *name_of(SlStr name, char out[PATH_MAX]) {
    if (name.length <= 0 || name.length >= PATH_MAX || memchr(name.bytes, 0, (size_t)name.length))
        return NULL;
    memcpy(out, name.bytes, (size_t)name.length);
    out[name.length] = 0;
    return out;
}

static bool is_own(SlStd *std, int64_t fd) {
    pthread_mutex_lock(&std->lock);
    bool own = fd >= 0 && (uint64_t)fd < std->fd_count && std->fds[fd];
    pthread_mutex_unlock(&std->lock);
    return own;
}

static void set_own(SlStd *std, int fd, bool own) {
    pthread_mutex_lock(&std->lock);
    if ((size_t)fd >= std->fd_count) {
        size_t count = (size_t)fd + 64;
        std->fds = realloc(std->fds, count * sizeof *std->fds);
        assert(std->fds);
        memset(std->fds + std->fd_count, 0, (count - std->fd_count) * sizeof *std->fds);
        std->fd_count = count;
    }
    std->fds[fd] = own;
    pthread_mutex_unlock(&std->lock);
}

// func filesAllowed() bool
static SlOutcome files_allowed(SlWorker *worker, SlSlot *s) {
    s[0].u = allowed(worker);
    return SL_DONE;
}

// func sysOpen(name string, flag int, perm uint32) int
static SlOutcome sys_open(SlWorker *worker, SlSlot *s) {
    char path[PATH_MAX];
    const char *name = name_of(str_at(s + 1), path);
    if (!allowed_path(worker, name)) {
        s[0].i = REFUSED;
        return SL_DONE;
    }
    if (!name) {
        s[0].i = s[2].i ? -EINVAL : -ENOENT;
        return SL_DONE;
    }
    int fd = open(name, ((int)s[3].i & ~O_NONBLOCK) | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, (mode_t)s[4].u & 07777);
    struct stat status;
    if (fd >= 0 && (fstat(fd, &status) || S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode) ||
                    (S_ISCHR(status.st_mode) && isatty(fd)))) {
        close(fd);
        fd = -1;
        errno = EPERM;
    }
    if (fd >= 0)
        set_own(state(worker), fd, true);
    s[0].i = fd >= 0 ? fd : -errno;
    return SL_DONE;
}

// func sysClose(fd int) int
static SlOutcome sys_close(SlWorker *worker, SlSlot *s) {
    SlStd *std = state(worker);
    int64_t fd = s[1].i;
    if (!is_own(std, fd)) {
        s[0].i = -EBADF;
        return SL_DONE;
    }
    set_own(std, (int)fd, false);
    s[0].i = close((int)fd) ? -errno : 0;
    return SL_DONE;
}

static size_t bounded(int64_t count) {
    return count < MOST_BYTES ? (size_t)count : MOST_BYTES;
}

// func sysRead(fd int, b []byte, at int64) int: at -1 is where the file stands
static SlOutcome sys_read(SlWorker *worker, SlSlot *s) {
    int fd = (int)s[1].i;
    ssize_t got = -1;
    if (!is_own(state(worker), s[1].i))
        errno = EBADF;
    else if (s[5].i < 0)
        got = read(fd, s[2].p, bounded(s[3].i));
    else
        got = pread(fd, s[2].p, bounded(s[3].i), s[5].i);
    s[0].i = got < 0 ? -errno : got;
    return SL_DONE;
}

// func sysWrite(fd int, b []byte, at int64) int
static SlOutcome sys_write(SlWorker *worker, SlSlot *s) {
    int fd = (int)s[1].i;
    ssize_t put = -1;
    if (!is_own(state(worker), s[1].i))
        errno = EBADF;
    else if (s[5].i < 0)
        put = write(fd, s[2].p, bounded(s[3].i));
    else
        put = pwrite(fd, s[2].p, bounded(s[3].i), s[5].i);
    s[0].i = put < 0 ? -errno : put;
    return SL_DONE;
}

// func sysSeek(fd int, offset int64, whence int) int64
static SlOutcome sys_seek(SlWorker *worker, SlSlot *s) {
    off_t at = -1;
    if (!is_own(state(worker), s[1].i))
        errno = EBADF;
    else
        at = lseek((int)s[1].i, s[2].i, (int)s[3].i);
    s[0].i = at < 0 ? -errno : at;
    return SL_DONE;
}

// func sysStat(fd int, name string, follow bool) (code int, size int64, mode uint32, sec, nsec int64, ino uint64)
static SlOutcome sys_stat(SlWorker *worker, SlSlot *s) {
    char path[PATH_MAX];
    const char *name = name_of(str_at(s + 7), path);
    int64_t fd = s[6].i;
    bool follow = s[9].u & 1;
    struct stat status = {0};
    int code = 0;
    if (fd < 0 && !allowed_path(worker, name))
        code = REFUSED;
    else if (fd >= 0 ? !is_own(state(worker), fd) : !name)
        code = fd >= 0 ? -EBADF : -ENOENT;
    else if (fd >= 0 ? fstat((int)fd, &status) : follow ? stat(name, &status) : lstat(name, &status))
        code = -errno;
    s[0].i = code;
    s[1].i = status.st_size;
    s[2].u = status.st_mode;
    s[3].i = status.st_mtim.tv_sec;
    s[4].i = status.st_mtim.tv_nsec;
    s[5].u = status.st_ino;
    return SL_DONE;
}

static char letter_of(unsigned char type) {
    switch (type) {
    case DT_DIR:
        return 'd';
    case DT_LNK:
        return 'l';
    case DT_FIFO:
        return 'p';
    case DT_SOCK:
        return 's';
    case DT_BLK:
        return 'b';
    case DT_CHR:
        return 'c';
    default:
        return '-';
    }
}

// func sysReadDir(fd int) (entries string, code int): a letter, the name and a zero for each
static SlOutcome sys_read_dir(SlWorker *worker, SlSlot *s) {
    SlText text = {0};
    int code = -EBADF;
    if (is_own(state(worker), s[3].i)) {
        int copy = openat((int)s[3].i, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        DIR *dir = copy >= 0 ? fdopendir(copy) : NULL;
        code = dir ? 0 : -errno;
        if (!dir && copy >= 0)
            close(copy);
        for (struct dirent *entry; dir && (entry = readdir(dir));) {
            if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
                continue;
            sl_text_addc(&text, letter_of(entry->d_type));
            sl_text_add(&text, entry->d_name, strlen(entry->d_name) + 1);
        }
        if (dir)
            closedir(dir);
    }
    set_str(s, sl_string_new(worker, sl_text_cstr(&text), text.length));
    s[2].i = code;
    sl_text_free(&text);
    return SL_DONE;
}

static int on_file(SlStd *std, Operation op, int64_t both) {
    int64_t fd = both & ((1 << 20) - 1), n = both >> 20;
    if (!is_own(std, fd)) {
        errno = EBADF;
        return -1;
    }
    return op == OP_SYNC ? fsync((int)fd) : ftruncate((int)fd, n);
}

static int on_paths(Operation op, const char *a, const char *b, int64_t n) {
    switch (op) {
    case OP_UNLINK:
        return unlink(a);
    case OP_RMDIR:
        return rmdir(a);
    case OP_MKDIR:
        return mkdir(a, (mode_t)n & 07777);
    case OP_RENAME:
        return rename(a, b);
    case OP_CHDIR:
        return chdir(a);
    case OP_SYMLINK:
        return symlink(a, b);
    case OP_LINK:
        return link(a, b);
    case OP_CHMOD:
        return chmod(a, (mode_t)n & 07777);
    case OP_TRUNCATE:
        return truncate(a, n);
    case OP_UTIMES: {
        struct timespec time = {n / 1000000000, n % 1000000000};
        return utimensat(AT_FDCWD, a, (struct timespec[]){time, time}, 0);
    }
    default:
        errno = EINVAL;
        return -1;
    }
}

// func sysPath(op int, a, b string, n int64) int
static SlOutcome sys_path(SlWorker *worker, SlSlot *s) {
    char first[PATH_MAX], second[PATH_MAX];
    Operation op = (Operation)s[1].i;
    const char *a = name_of(str_at(s + 2), first), *b = name_of(str_at(s + 4), second);
    bool two = op == OP_RENAME || op == OP_SYMLINK || op == OP_LINK;
    bool confined = !allowed(worker) && (op == OP_SYMLINK || op == OP_LINK || op == OP_CHDIR);
    bool file = op == OP_FTRUNCATE || op == OP_SYNC;
    if (confined || (!file && (!allowed_path(worker, a) || (two && !allowed_path(worker, b)))))
        s[0].i = REFUSED;
    else if (file)
        s[0].i = on_file(state(worker), op, s[6].i) ? -errno : 0;
    else if (!a || (two && !b))
        s[0].i = -ENOENT;
    else
        s[0].i = on_paths(op, a, b, s[6].i) ? -errno : 0;
    return SL_DONE;
}

// func sysReadLink(name string) (target string, code int)
static SlOutcome sys_read_link(SlWorker *worker, SlSlot *s) {
    char path[PATH_MAX], target[PATH_MAX];
    const char *name = name_of(str_at(s + 3), path);
    ssize_t length = -1;
    errno = ENOENT;
    if (allowed(worker) && name)
        length = readlink(name, target, sizeof target);
    s[2].i = !allowed(worker) ? REFUSED : length < 0 ? -errno : 0;
    set_str(s, length > 0 ? sl_string_new(worker, target, (size_t)length) : (SlStr){NULL, 0});
    return SL_DONE;
}

// func sysGetwd() (dir string, code int)
static SlOutcome sys_getwd(SlWorker *worker, SlSlot *s) {
    char path[PATH_MAX];
    bool good = allowed(worker) && getcwd(path, sizeof path);
    s[2].i = good ? 0 : allowed(worker) ? -errno : REFUSED;
    set_str(s, good ? sl_string_new(worker, path, strlen(path)) : (SlStr){NULL, 0});
    return SL_DONE;
}

const SlNative sl_natives_files[] = {
    {"os.filesAllowed", files_allowed, false}, {"os.sysOpen", sys_open, false},
    {"os.sysClose", sys_close, false},         {"os.sysRead", sys_read, false},
    {"os.sysWrite", sys_write, false},         {"os.sysSeek", sys_seek, false},
    {"os.sysStat", sys_stat, false},           {"os.sysReadDir", sys_read_dir, false},
    {"os.sysPath", sys_path, false},           {"os.sysReadLink", sys_read_link, false},
    {"os.sysGetwd", sys_getwd, false},         {NULL, NULL, false},
};
