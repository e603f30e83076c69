// SPDX-License-Identifier: MIT

package url

import (
	"errors"
	"maps"
	"slices"
	"strings"
)

// Values are the parameters of a query or a form.
type Values map[string][]string

// Get gives the first value of a key, or "".
func (v Values) Get(key string) string {
	if list := v[key]; len(list) > 0 {
		return list[0]
	}
	return ""
}

// Set sets the only value of a key.
func (v Values) Set(key, value string) { v[key] = []string{value} }

// Add adds a value.
func (v Values) Add(key, value string) { v[key] = append(v[key], value) }

// Del removes a key.
func (v Values) Del(key string) { delete(v, key) }

// Has tells whether there is the key.
func (v Values) Has(key string) bool {
	_, ok := v[key]
	return ok
}

// Encode writes the values as a query, sorted by key.
func (v Values) Encode() string {
	var parts []string
	for _, key := range slices.Sorted(maps.Keys(v)) {
		for _, value := range v[key] {
			parts = append(parts, QueryEscape(key)+"="+QueryEscape(value))
		}
	}
	return strings.Join(parts, "&")
}

// ParseQuery reads a query. It gives all that is right, and the first error.
func ParseQuery(query string) (Values, error) {
	v := make(Values)
	var first error
	for query != "" {
		var part string
		part, query, _ = strings.Cut(query, "&")
		if strings.Contains(part, ";") {
			first = firstOf(first, errors.New("invalid semicolon separator in query"))
			continue
		}
		if part == "" {
			continue
		}
		key, value, _ := strings.Cut(part, "=")
		key, err := QueryUnescape(key)
		if err == nil {
			value, err = QueryUnescape(value)
		}
		if err != nil {
			first = firstOf(first, err)
			continue
		}
		v.Add(key, value)
	}
	return v, first
}

func firstOf(a, b error) error {
	if a != nil {
		return a
	}
	return b
}
