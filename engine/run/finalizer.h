// SPDX-License-Identifier: MIT
// Finalizers and cleanups to the collector.
#ifndef SL_FINALIZER_H
#define SL_FINALIZER_H

#include "run/gc.h"

void sl_finalizers_mark_roots(SlMarker *marker, SlHeap *heap);
bool sl_finalizers_waiting(const SlHeap *heap); // whether an object has a finalizer that may run one day
// The same roots, and the objects that finalizers will be called with. True if there are any.
bool sl_finalizers_mark_waiting(SlMarker *marker, SlHeap *heap);
// After everything reachable is marked: finds the objects whose time has come and marks what their finalizers need.
void sl_finalizers_sort_out(SlMarker *marker, SlHeap *heap);
void sl_finalizers_start(SlWorker *worker, SlHeap *heap); // starts the goroutine that runs those that are ready
void sl_finalizers_free(SlHeap *heap);

// gc.c: the start of the object that a pointer points into, null outside of the heap; whether it has been marked (true
// outside); and marking of what an object points to, but not of the object.
void *sl_heap_object(const SlHeap *heap, const void *pointer);
// Bytes from there to the end of the object; 0: within the heap, but in no object; SIZE_MAX: outside of the heap.
size_t sl_heap_room(const SlHeap *heap, const void *pointer);
bool sl_heap_is(const SlHeap *heap, const void *pointer, const SlHeapClass *class_); // it points to such an object
// The object's bytes, and its header where it has one. Null for what is no object that is in use.
void *sl_heap_extent(const SlHeap *heap, const void *pointer, size_t *bytes, uint64_t *header, bool *has_header);
bool sl_heap_may_point(const SlHeap *heap, const void *pointer); // into an object, or not into the heap
bool sl_heap_marked(const SlHeap *heap, const void *pointer);
void sl_mark_contents(SlMarker *marker, const void *pointer);

#endif
