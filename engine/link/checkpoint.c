// SPDX-License-Identifier: MIT
// Checkpoints by fork. They sleep on a futex in the shared history, so that they need neither descriptors nor signals.
#include "link/checkpoint.h"

#include <errno.h>
#include <linux/futex.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "link/confine.h"

enum {
    LEAST_WORK = 6 * 1000 * 1000, // nanoseconds of running between two checkpoints
    COST_SHARE = 12,              // a checkpoint may take one part in so many
    PAGES = (512 << 20) / 4096,   // memory that all of them may hold
};

static int64_t now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000ll + t.tv_nsec;
}

static uint64_t faults(void) {
    struct rusage usage;
    return getrusage(RUSAGE_SELF, &usage) ? 0 : (uint64_t)usage.ru_minflt;
}

// ---- sleeping and waking ----

static void futex(_Atomic uint32_t *word, int operation, uint32_t value) {
    syscall(SYS_futex, word, operation, value, NULL, NULL, 0);
}

static void give_turn(SlSlot *slot, SlTurn turn) {
    atomic_store(&slot->turn, turn);
    futex(&slot->turn, FUTEX_WAKE, INT32_MAX); // one that has been ended may not have gone yet
}

// A brother of this process. All dies with the keeper.
static int fork_brother(SlPast *history) {
    long pid = syscall(SYS_clone, CLONE_PARENT | SIGCHLD, 0, 0, 0, 0);
    if (pid)
        return (int)pid;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != history->keeper)
        _exit(1);
    return 0;
}

// Returns in the copies that are made when its turn comes, and in itself when no copy can be made.
static void sleep_in(SlPast *history, SlSlot *slot) {
    int self = getpid();
    for (;;) {
        uint32_t turn = atomic_load(&slot->turn);
        if (slot->pid != self) // it has been ended, and another sleeps here
            _exit(0);
        if (turn == SL_TURN_SLEEP) {
            futex(&slot->turn, FUTEX_WAIT, turn);
            continue;
        }
        if (turn == SL_TURN_END)
            _exit(0);
        atomic_store(&slot->turn, SL_TURN_SLEEP);
        int pid = fork_brother(history);
        if (pid == 0) {
            history->present = getpid();
            return;
        }
        if (pid < 0) { // nobody is left behind
            slot->pid = 0;
            return;
        }
    }
}

// ---- which ones stay ----

int sl_checkpoint_count(const SlPast *history) {
    int count = 0;
    for (int i = 0; i < SL_SLOTS; i++)
        count += history->slots[i].pid != 0;
    return count;
}

void sl_checkpoint_end(SlPast *history, int slot) {
    SlSlot *at = &history->slots[slot];
    at->pid = 0;
    give_turn(at, SL_TURN_END);
}

int sl_checkpoint_before(const SlPast *history, const SlMoment *at, bool strictly) {
    int best = -1;
    for (int i = 0; i < SL_SLOTS; i++) {
        const SlSlot *slot = &history->slots[i];
        if (!slot->pid || sl_moment_compare(&slot->at, at) > (strictly ? -1 : 0))
            continue;
        if (best < 0 || sl_moment_compare(&slot->at, &history->slots[best].at) > 0)
            best = i;
    }
    return best;
}

int sl_checkpoint_before_event(const SlPast *history, uint64_t event) {
    int best = -1;
    for (int i = 0; i < SL_SLOTS; i++) {
        const SlSlot *slot = &history->slots[i];
        if (!slot->pid || (slot->event >= event && slot->event))
            continue;
        if (best < 0 || sl_moment_compare(&slot->at, &history->slots[best].at) > 0)
            best = i;
    }
    return best;
}

static int after(const SlPast *history, int slot) {
    int best = -1;
    for (int i = 0; i < SL_SLOTS; i++)
        if (history->slots[i].pid && sl_moment_compare(&history->slots[i].at, &history->slots[slot].at) > 0 &&
            (best < 0 || sl_moment_compare(&history->slots[i].at, &history->slots[best].at) < 0))
            best = i;
    return best;
}

// Ends the one that is missed least: whose neighbours are near each other for how far away they are. So they lie the
// closer the nearer they are, and their number grows with the logarithm of the run's length.
static bool thin_out(SlPast *history, int64_t work) {
    int worst = -1;
    double least = 0;
    for (int i = 0; i < SL_SLOTS; i++) {
        const SlSlot *slot = &history->slots[i];
        if (!slot->pid)
            continue;
        int before = sl_checkpoint_before(history, &slot->at, true), behind = after(history, i);
        if (before < 0) // the first one stays
            continue;
        int64_t end = behind < 0 ? slot->work : history->slots[behind].work, begin = history->slots[before].work;
        int64_t away = work > slot->work ? work - slot->work : slot->work - work;
        double missed = (double)(end > begin ? end - begin : begin - end) / ((double)away + 4 * LEAST_WORK);
        if (worst < 0 || missed < least) {
            worst = i;
            least = missed;
        }
    }
    if (worst < 0)
        return false;
    int before = sl_checkpoint_before(history, &history->slots[worst].at, true);
    history->slots[before].pages += history->slots[worst].pages;
    sl_checkpoint_end(history, worst);
    return true;
}

static uint64_t all_pages(const SlPast *history) {
    uint64_t pages = 0;
    for (int i = 0; i < SL_SLOTS; i++)
        pages += history->slots[i].pid ? history->slots[i].pages : 0;
    return pages;
}

static int free_slot(SlPast *history, int64_t work) {
    while (all_pages(history) > PAGES && thin_out(history, work)) {
    }
    for (int tries = 0; tries < 2; tries++) {
        for (int i = 0; i < SL_SLOTS; i++)
            if (!history->slots[i].pid)
                return i;
        if (!thin_out(history, work))
            break;
    }
    return -1;
}

// ---- taking them ----

typedef struct {
    uint64_t faults; // of this process when it took its last
    int slot;        // that one
    int pid;         // whose numbers these are
    int64_t cost;    // of taking one, lately
    int64_t work;    // when the last was taken
} Taking;
_Static_assert(sizeof(Taking) < 4096, "lies in the errand's room");

// Of this process: copied with it.
static Taking *taking_of(SlPast *history) {
    return (Taking *)(history->errand + SL_ERRAND_ROOM - 4096);
}

static void count_pages(SlPast *history) {
    Taking *taking = taking_of(history);
    if (taking->pid == getpid() && history->slots[taking->slot].pid)
        history->slots[taking->slot].pages += faults() - taking->faults;
}

bool sl_checkpoint_is_due(const SlPast *history, int64_t work) {
    const Taking *taking = (const Taking *)(history->errand + SL_ERRAND_ROOM - 4096);
    int64_t gap = COST_SHARE * taking->cost > LEAST_WORK ? COST_SHARE * taking->cost : LEAST_WORK;
    for (int i = 0; i < SL_SLOTS; i++) {
        const SlSlot *slot = &history->slots[i];
        int64_t away = slot->work > work ? slot->work - work : work - slot->work;
        if (slot->pid && away < gap)
            return false;
    }
    return true;
}

SlCheckpointOutcome sl_checkpoint_take(SlPast *history, const SlMoment *at, uint64_t event, int64_t work) {
    int64_t begun = now();
    count_pages(history);
    int i = free_slot(history, work);
    if (i < 0)
        return SL_CHECKPOINT_TAKEN;
    SlSlot *slot = &history->slots[i];
    slot->at = *at;
    slot->event = event;
    slot->work = work;
    slot->pages = 0;
    atomic_store(&slot->turn, SL_TURN_SLEEP);
    int pid = fork_brother(history);
    if (pid == 0) {
        slot->pid = getpid();
        sleep_in(history, slot);
        return SL_CHECKPOINT_AWAKENED;
    }
    if (pid > 0)
        slot->pid = pid;
    Taking *taking = taking_of(history);
    int64_t cost = now() - begun;
    *taking = (Taking){faults(), i, getpid(), pid > 0 ? (3 * taking->cost + cost) / 4 : 20 * LEAST_WORK, work};
    return SL_CHECKPOINT_TAKEN;
}

void sl_checkpoint_hand_over(SlPast *history, int slot, const SlMoment *at, uint64_t event, int64_t work) {
    count_pages(history);
    history->present = history->slots[slot].pid;
    int own = -1;
    for (int i = 0; i < SL_SLOTS && own < 0; i++)
        if (!history->slots[i].pid)
            own = i;
    if (own >= 0) {
        history->slots[own].at = *at;
        history->slots[own].event = event;
        history->slots[own].work = work;
        history->slots[own].pages = 0;
        atomic_store(&history->slots[own].turn, SL_TURN_SLEEP);
        history->slots[own].pid = getpid();
    }
    give_turn(&history->slots[slot], SL_TURN_GO);
    if (own < 0)
        _exit(0);
    sleep_in(history, &history->slots[own]);
}

// ---- the keeper ----

// Waits for all; ends as the present ends.
static int keep(SlPast *history) {
    for (;;) {
        int status, pid = waitpid(-1, &status, 0);
        if (pid < 0 && errno == EINTR)
            continue;
        if (pid < 0)
            return 1;
        if (pid == history->present) {
            if (WIFSIGNALED(status)) {
                signal(WTERMSIG(status), SIG_DFL);
                raise(WTERMSIG(status));
            }
            return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
        }
        for (int i = 0; i < SL_SLOTS; i++) // the system has taken a checkpoint
            if (history->slots[i].pid == pid)
                history->slots[i].pid = 0;
    }
}

bool sl_checkpoint_begin(SlPast *history, int *status) {
    history->keeper = getpid();
    int pid = fork();
    if (pid < 0) {
        history->cut = true;
        return true;
    }
    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != history->keeper)
            _exit(1);
        history->present = getpid();
        return true;
    }
    history->present = pid;
    *status = sl_confine(true) ? keep(history) : 1;
    return false;
}
