// A cache that forgets what was used least recently, over container/list.
package main

import (
	"container/list"
	"fmt"
)

type LRU[K comparable, V any] struct {
	room  int
	order *list.List
	index map[K]*list.Element
	lost  func(K, V)
}
type entry[K comparable, V any] struct {
	key K
	val V
}

func New[K comparable, V any](room int, lost func(K, V)) *LRU[K, V] {
	return &LRU[K, V]{room, list.New(), map[K]*list.Element{}, lost}
}

func (c *LRU[K, V]) Put(k K, v V) {
	if e, ok := c.index[k]; ok {
		e.Value.(*entry[K, V]).val = v
		c.order.MoveToFront(e)
		return
	}
	c.index[k] = c.order.PushFront(&entry[K, V]{k, v})
	if c.order.Len() > c.room {
		last := c.order.Remove(c.order.Back()).(*entry[K, V])
		delete(c.index, last.key)
		if c.lost != nil {
			c.lost(last.key, last.val)
		}
	}
}

func (c *LRU[K, V]) Get(k K) (v V, ok bool) {
	e, ok := c.index[k]
	if ok {
		c.order.MoveToFront(e)
		v = e.Value.(*entry[K, V]).val
	}
	return
}

func main() {
	c := New(2, func(k string, v int) { fmt.Println("lost", k, v) })
	c.Put("a", 1)
	c.Put("b", 2)
	c.Get("a")
	c.Put("c", 3)
	fmt.Println(c.Get("b"))
	fmt.Println(c.Get("a"))
	c.Put("a", 10)
	c.Put("d", 4)
	fmt.Println(c.Get("a"))
	p := New[[2]int, []string](1, nil)
	p.Put([2]int{1, 2}, []string{"x"})
	p.Put([2]int{3, 4}, nil)
	fmt.Println(p.Get([2]int{1, 2}))
	fmt.Println(p.Get([2]int{3, 4}))
}

// Output:
// lost b 2
// 0 false
// 1 true
// lost c 3
// 10 true
// [] false
// [] true
