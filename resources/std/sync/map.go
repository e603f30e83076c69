// SPDX-License-Identifier: MIT

package sync

// Map is a map for many goroutines. Keys are kept in the order in which they came, so that a Range meets each key that
// was there all the time exactly once.
type Map struct {
	m       Mutex
	entries map[any]*entry
	order   []*entry // with those that have been deleted, until they are the most
	dead    int
}

type entry struct {
	key, value any
	dead       bool
}

// Load gives the value of key.
func (m *Map) Load(key any) (value any, ok bool) {
	m.m.Lock()
	defer m.m.Unlock()
	if e := m.entries[key]; e != nil {
		return e.value, true
	}
	return nil, false
}

func (m *Map) add(key, value any) {
	if m.entries == nil {
		m.entries = make(map[any]*entry)
	}
	e := &entry{key: key, value: value}
	m.entries[key] = e
	m.order = append(m.order, e)
}

func (m *Map) remove(e *entry) {
	delete(m.entries, e.key)
	e.dead = true
	m.dead++
	if m.dead > 16 && m.dead > len(m.order)/2 {
		live := make([]*entry, 0, len(m.order)-m.dead)
		for _, e := range m.order {
			if !e.dead {
				live = append(live, e)
			}
		}
		m.order = live
		m.dead = 0
	}
}

// Store sets the value of key.
func (m *Map) Store(key, value any) { m.Swap(key, value) }

// Swap sets the value of key and gives the one before.
func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	m.m.Lock()
	defer m.m.Unlock()
	if e := m.entries[key]; e != nil {
		previous = e.value
		e.value = value
		return previous, true
	}
	m.add(key, value)
	return nil, false
}

// LoadOrStore gives the value of key, which it sets if there is none.
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	m.m.Lock()
	defer m.m.Unlock()
	if e := m.entries[key]; e != nil {
		return e.value, true
	}
	m.add(key, value)
	return value, false
}

// LoadAndDelete deletes key and gives its value.
func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	m.m.Lock()
	defer m.m.Unlock()
	e := m.entries[key]
	if e == nil {
		return nil, false
	}
	m.remove(e)
	return e.value, true
}

// Delete deletes key.
func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

// CompareAndSwap sets the value of key if it is old.
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	m.m.Lock()
	defer m.m.Unlock()
	e := m.entries[key]
	if e == nil || e.value != old {
		return false
	}
	e.value = new
	return true
}

// CompareAndDelete deletes key if its value is old.
func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	m.m.Lock()
	defer m.m.Unlock()
	e := m.entries[key]
	if e == nil || e.value != old {
		return false
	}
	m.remove(e)
	return true
}

// Range calls f for each key until it says false. The mutex is free while f runs.
func (m *Map) Range(f func(key, value any) bool) {
	m.m.Lock()
	order := append([]*entry(nil), m.order...)
	m.m.Unlock()
	for _, e := range order {
		m.m.Lock()
		value, dead := e.value, e.dead
		m.m.Unlock()
		if !dead && !f(e.key, value) {
			break
		}
	}
}

// Clear deletes all keys.
func (m *Map) Clear() {
	m.m.Lock()
	defer m.m.Unlock()
	for _, e := range m.order {
		e.dead = true
	}
	m.entries = nil
	m.order = nil
	m.dead = 0
}
