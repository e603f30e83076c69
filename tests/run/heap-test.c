// SPDX-License-Identifier: MIT
// The heap: what is reachable stays as it is, what is not goes, and memory stays within bounds.
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "machine-stub.c"

static void root(Stub *stub, int number, void *pointer) {
    stub->roots[number].p = pointer;
    stub->root_kinds[number] = SL_WORD_POINTER;
}

static Node *list(SlWorker *worker, int64_t length) {
    Node *first = NULL;
    for (int64_t i = 0; i < length; i++) {
        Node *node = sl_heap_new_value(worker, &stub_node);
        cr_assert(node->next == NULL && node->value == 0 && node->name.bytes == NULL);
        char text[24];
        int width = snprintf(text, sizeof text, "n%lld", (long long)i);
        node->next = first;
        node->value = i;
        node->name = sl_string_new(worker, text, (size_t)width);
        first = node;
    }
    return first;
}

static void check_list(const Node *node, int64_t length) {
    for (int64_t i = length - 1; i >= 0; i--, node = node->next) {
        char text[24];
        int width = snprintf(text, sizeof text, "n%lld", (long long)i);
        cr_assert(node && node->value == i && node->name.length == width &&
                  memcmp(node->name.bytes, text, (size_t)width) == 0);
    }
    cr_assert(node == NULL);
}

static SlHeapStats stats(Stub *stub) {
    SlHeapStats stats;
    sl_heap_stats(&stub->machine, &stats);
    return stats;
}

static size_t resident(void) {
    FILE *file = fopen("/proc/self/statm", "r");
    size_t size = 0, pages = 0;
    cr_assert(fscanf(file, "%zu %zu", &size, &pages) == 2);
    fclose(file);
    return pages * (size_t)sysconf(_SC_PAGESIZE);
}

Test(heap, objects_of_every_size_are_zero_aligned_and_apart) {
    Stub *stub = stub_new(1, 0);
    SlWorker *worker = stub_worker(stub);
    for (size_t bytes = 1; bytes < 100000; bytes = bytes * 9 / 8 + 1) {
        unsigned char *a = sl_alloc_bytes(worker, bytes), *b = sl_alloc_bytes(worker, bytes);
        cr_assert((uintptr_t)a % 8 == 0 && (a + bytes <= b || b + bytes <= a));
        for (size_t i = 0; i < bytes; i++)
            cr_assert(a[i] == 0 && b[i] == 0);
        memset(a, 0xAA, bytes);
        memset(b, 0xBB, bytes);
    }
    stub_free(stub);
}

Test(heap, sixteen_bytes_without_pointers_take_sixteen_bytes) {
    Stub *stub = stub_new(1, 0);
    char *a = sl_alloc_bytes(stub_worker(stub), 16), *b = sl_alloc_bytes(stub_worker(stub), 16);
    cr_assert(b - a == 16);
    stub_free(stub);
}

Test(heap, inner_pointers_find_their_object_in_spans_of_every_class) {
    for (int number = 0; number < SL_RUN_CLASSES; number++) {
        uint64_t step = sl_heap_class_sizes[number / 2] + (number & 1) * 8u;
        uint64_t reciprocal = (((uint64_t)1 << 32) + step - 1) / step;
        for (uint64_t inside = 0; inside < 16 * SL_PAGE; inside++)
            cr_assert(inside * (uint32_t)reciprocal >> 32 == inside / step);
    }
}

Test(heap, collections_keep_what_is_reachable_and_free_the_rest) {
    Stub *stub = stub_new(1, 0);
    SlWorker *worker = stub_worker(stub);
    root(stub, 0, list(worker, 20000));
    for (int round = 0; round < 5; round++) {
        list(worker, 30000);
        sl_gc_collect(worker);
        check_list(stub->roots[0].p, 20000);
        cr_assert(stats(stub).heap_bytes < 20000 * 60, "%llu", (unsigned long long)stats(stub).heap_bytes);
    }
    root(stub, 0, NULL);
    sl_gc_collect(worker);
    cr_assert(stats(stub).heap_bytes == 0);
    stub_free(stub);
}

Test(heap, an_inner_pointer_keeps_the_whole_object_alive) {
    Stub *stub = stub_new(1, 0);
    SlWorker *worker = stub_worker(stub);
    for (size_t count = 1; count <= 20000; count *= 7) {
        Node *nodes = sl_alloc_typed(worker, &stub_node, count);
        nodes[0].next = list(worker, 3);
        nodes[count - 1].name = sl_string_new(worker, "kept", 4);
        root(stub, 1, (char *)&nodes[count / 2] + 5);
        sl_gc_collect(worker);
        list(worker, 5000);
        if (count > 1 || nodes[0].next)
            check_list(nodes[0].next, 3);
        cr_assert(memcmp(nodes[count - 1].name.bytes, "kept", 4) == 0);
    }
    stub_free(stub);
}

Test(heap, pointers_to_nowhere_are_ignored) {
    Stub *stub = stub_new(1, 0);
    SlWorker *worker = stub_worker(stub);
    int local = 0;
    SlHeap *heap = stub->machine.heap;
    root(stub, 0, &local);
    root(stub, 1, (void *)1);
    root(stub, 2, heap->base + heap->reserved - 8);
    root(stub, 3, heap->base - 8);
    root(stub, 4, heap->base + (heap->opened << SL_PAGE_SHIFT) - 8);
    root(stub, 5, "constant");
    char *object = sl_alloc_bytes(worker, 24);
    root(stub, 6, object + SL_PAGE - 8 - ((uintptr_t)object & (SL_PAGE - 1))); // behind the last object of a span
    sl_gc_collect(worker);
    cr_assert(stats(stub).heap_bytes == 0);
    stub_free(stub);
}

Test(heap, interfaces_keep_what_they_point_to_and_no_scalars) {
    Stub *stub = stub_new(1, 0);
    SlWorker *worker = stub_worker(stub);
    SlSlot text[2];
    stub_s(text, "some text");
    SlIface boxed = sl_iface_make(worker, &stub_string, text);
    stub_iface(&stub->roots[0], boxed);
    stub->root_kinds[0] = SL_WORD_IFACE;
    stub->root_kinds[1] = SL_WORD_IFACE_DATA;
    Node *node = list(worker, 1);
    SlSlot address = {.u = (uint64_t)(uintptr_t)node};
    stub_iface(&stub->roots[2], sl_iface_make(worker, &stub_int, &address)); // looks like a pointer, is none
    stub->root_kinds[2] = SL_WORD_IFACE;
    stub->root_kinds[3] = SL_WORD_IFACE_DATA;
    sl_gc_collect(worker);
    cr_assert(stats(stub).heap_bytes == 24, "%llu", (unsigned long long)stats(stub).heap_bytes);
    stub_free(stub);
}

Test(heap, long_lists_and_wide_trees_need_no_recursion) {
    Stub *stub = stub_new(1, 0);
    SlWorker *worker = stub_worker(stub);
    root(stub, 0, list(worker, 600000));
    void **wide = sl_alloc_typed(worker, &stub_node_pointer, 300000);
    for (int i = 0; i < 300000; i++)
        wide[i] = list(worker, 1);
    root(stub, 1, wide);
    sl_gc_collect(worker);
    check_list(stub->roots[0].p, 600000);
    for (int i = 0; i < 300000; i++)
        check_list(wide[i], 1);
    stub_free(stub);
}

Test(heap, closures_keep_their_captures) {
    Stub *stub = stub_new(1, 0);
    SlWorker *worker = stub_worker(stub);
    uint8_t kinds[3] = {SL_WORD_SCALAR, SL_WORD_POINTER, SL_WORD_POINTER};
    SlFunc func = {.capture_kinds = kinds, .capture_slots = 3};
    SlClosure *closure = sl_alloc_class(worker, &sl_class_closure, sizeof *closure + 3 * 8);
    closure->func = &func;
    closure->captures[0] = (uintptr_t)list(worker, 1);
    closure->captures[1] = (uintptr_t)list(worker, 2);
    closure->captures[2] = (uintptr_t)list(worker, 3);
    root(stub, 0, closure);
    sl_gc_collect(worker);
    list(worker, 100);
    check_list((Node *)(uintptr_t)closure->captures[1], 2);
    check_list((Node *)(uintptr_t)closure->captures[2], 3);
    stub_free(stub);
}

Test(heap, much_allocation_with_little_alive_takes_little_memory) {
    Stub *stub = stub_new(1, 0);
    SlWorker *worker = stub_worker(stub);
    size_t before = resident();
    root(stub, 0, list(worker, 100000)); // about 6 MB
    uint64_t random = 1;
    for (uint64_t total = 0; total < (uint64_t)2 << 30;) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        size_t bytes = random >> 60 ? 16 + (random >> 33) % 500 : 16 + (random >> 33) % 300000;
        char *object = sl_alloc_bytes(worker, bytes);
        object[0] = object[bytes - 1] = 1;
        total += bytes;
        if (sl_heap_wants_collection(&stub->machine))
            sl_gc_collect(worker);
    }
    check_list(stub->roots[0].p, 100000);
    cr_assert(stats(stub).collections > 20);
    cr_assert(resident() - before < (size_t)200 << 20, "%zu MB", (resident() - before) >> 20);
    stub_free(stub);
}

Test(heap, memory_goes_back_to_the_system_when_a_large_heap_shrinks) {
    Stub *stub = stub_new(1, 0);
    SlWorker *worker = stub_worker(stub);
    size_t before = resident();
    root(stub, 0, list(worker, 3000000));
    sl_gc_collect(worker);
    size_t high = resident();
    root(stub, 0, NULL);
    sl_gc_collect(worker);
    cr_assert(high - before > (size_t)100 << 20);
    cr_assert(resident() - before < (size_t)80 << 20, "%zu MB", (resident() - before) >> 20);
    stub_free(stub);
}

Test(heap, beyond_the_limit_the_machine_ends_as_go_does) {
    Stub *stub = stub_new(1, (uint64_t)64 << 20);
    SlWorker *worker = stub_worker(stub);
    cr_assert(sl_alloc_bytes(worker, (size_t)1 << 30) == NULL);
    cr_assert(strcmp(stub_panic(stub), "fatal error: runtime: out of memory") == 0);
    stub_free(stub);

    stub = stub_new(1, (uint64_t)64 << 20);
    worker = stub_worker(stub);
    Node *first = NULL;
    for (int i = 0; i < 10000000 && stub->fatals == 0; i++) {
        Node *node = sl_heap_new_value(worker, &stub_node);
        node->next = first;
        first = node;
        root(stub, 0, first);
        if (sl_heap_wants_collection(&stub->machine))
            sl_gc_collect(worker);
    }
    cr_assert(stub->fatals == 1);
    cr_assert(strcmp(stub_panic(stub), "fatal error: runtime: out of memory") == 0);
    stub_free(stub);
}

Test(heap, garbage_up_to_the_limit_is_no_reason_to_end) {
    Stub *stub = stub_new(1, (uint64_t)64 << 20);
    SlWorker *worker = stub_worker(stub);
    for (int i = 0; i < 1000; i++) {
        root(stub, i % 2, sl_alloc_bytes(worker, (size_t)20 << 20));
        if (sl_heap_wants_collection(&stub->machine))
            sl_gc_collect(worker);
    }
    cr_assert(stub->fatals == 0);
    stub_free(stub);
}

typedef struct {
    Stub *stub;
    SlWorker *worker;
    Node *first;
} Allocator;

static void *allocate_lists(void *data) {
    Allocator *allocator = data;
    allocator->first = list(allocator->worker, 50000);
    for (int i = 0; i < 200; i++)
        memset(sl_alloc_bytes(allocator->worker, 40000), 1, 40000);
    return NULL;
}

Test(heap, workers_allocate_at_the_same_time) {
    Stub *stub = stub_new(4, 0);
    for (int round = 0; round < 4; round++) {
        Allocator allocators[4];
        pthread_t threads[4];
        for (int i = 0; i < 4; i++) {
            allocators[i] = (Allocator){stub, stub->workers[i], NULL};
            pthread_create(&threads[i], NULL, allocate_lists, &allocators[i]);
        }
        for (int i = 0; i < 4; i++)
            pthread_join(threads[i], NULL);
        for (int i = 0; i < 4; i++)
            root(stub, i, allocators[i].first);
        sl_gc_collect(stub->workers[round]);
        for (int i = 0; i < 4; i++)
            check_list(allocators[i].first, 50000);
    }
    stub_free(stub);
}
