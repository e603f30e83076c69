// SPDX-License-Identifier: MIT

// Package template fills text with data.
package template

import (
	"fmt"
	"maps"
	"reflect"
	"sort"
	"strings"
	"sync"
	"text/template/parse"
)

// What happens for a key that a map does not have.
const (
	missingInvalid = iota
	missingZero
	missingError
)

// common is what the templates of a group share.
type common struct {
	lock    sync.RWMutex // guards what follows
	tmpl    map[string]*Template
	funcs   FuncMap // as the parser wants them
	execs   map[string]reflect.Value
	missing int
}

// Template is a parsed template, one of a group.
type Template struct {
	name string
	*parse.Tree
	*common
	leftDelim, rightDelim string
}

// New makes an empty template.
func New(name string) *Template { return &Template{name: name} }

// Name gives the name.
func (t *Template) Name() string { return t.name }

func (t *Template) init() {
	if t.common == nil {
		t.common = &common{tmpl: make(map[string]*Template), funcs: make(FuncMap), execs: make(map[string]reflect.Value)}
	}
}

// New makes an empty template of t's group.
func (t *Template) New(name string) *Template {
	t.init()
	return &Template{name: name, common: t.common, leftDelim: t.leftDelim, rightDelim: t.rightDelim}
}

// Clone copies the group; the text is shared.
func (t *Template) Clone() (*Template, error) {
	copied := &Template{name: t.name, Tree: t.Tree, leftDelim: t.leftDelim, rightDelim: t.rightDelim}
	copied.init()
	if t.common == nil {
		return copied, nil
	}
	t.lock.RLock()
	defer t.lock.RUnlock()
	for name, other := range t.tmpl {
		if name == t.name {
			copied.tmpl[name] = copied
			continue
		}
		copied.tmpl[name] = &Template{name: name, Tree: other.Tree, common: copied.common, leftDelim: other.leftDelim,
			rightDelim: other.rightDelim}
	}
	maps.Copy(copied.funcs, t.funcs)
	maps.Copy(copied.execs, t.execs)
	copied.missing = t.missing
	return copied, nil
}

// AddParseTree gives the template of that name a tree.
func (t *Template) AddParseTree(name string, tree *parse.Tree) (*Template, error) {
	t.init()
	t.lock.Lock()
	defer t.lock.Unlock()
	of := t
	if name != t.name {
		of = t.New(name)
	}
	if t.associate(of, tree) || of.Tree == nil {
		of.Tree = tree
	}
	return of, nil
}

// associate puts t into the group; false: the one that is there stays, since the new one is empty.
func (t *Template) associate(of *Template, tree *parse.Tree) bool {
	if old := t.tmpl[of.name]; old != nil && parse.IsEmptyTree(tree.Root) && old.Tree != nil {
		return false
	}
	t.tmpl[of.name] = of
	return true
}

// Templates gives the group.
func (t *Template) Templates() []*Template {
	if t.common == nil {
		return nil
	}
	t.lock.RLock()
	defer t.lock.RUnlock()
	out := make([]*Template, 0, len(t.tmpl))
	for _, other := range t.tmpl {
		out = append(out, other)
	}
	return out
}

// Delims sets what stands around actions.
func (t *Template) Delims(left, right string) *Template {
	t.init()
	t.leftDelim, t.rightDelim = left, right
	return t
}

// Funcs adds functions for the group.
func (t *Template) Funcs(funcs FuncMap) *Template {
	t.init()
	t.lock.Lock()
	defer t.lock.Unlock()
	addValues(t.execs, funcs)
	maps.Copy(t.funcs, funcs)
	return t
}

// Lookup gives the template of that name, or nil.
func (t *Template) Lookup(name string) *Template {
	if t.common == nil {
		return nil
	}
	t.lock.RLock()
	defer t.lock.RUnlock()
	return t.tmpl[name]
}

// Parse gives t its text, and the group what that defines.
func (t *Template) Parse(text string) (*Template, error) {
	t.init()
	t.lock.RLock()
	trees, err := parse.Parse(t.name, text, t.leftDelim, t.rightDelim, t.funcs, builtins())
	t.lock.RUnlock()
	if err != nil {
		return nil, err
	}
	for name, tree := range trees {
		if _, err := t.AddParseTree(name, tree); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// Option sets options: "missingkey=default", "missingkey=zero", "missingkey=error".
func (t *Template) Option(options ...string) *Template {
	t.init()
	for _, o := range options {
		if o == "" {
			panic("empty option string")
		}
		switch key, value, _ := strings.Cut(o, "="); {
		case key != "missingkey":
			panic("unrecognized option: " + o)
		case value == "invalid" || value == "default":
			t.missing = missingInvalid
		case value == "zero":
			t.missing = missingZero
		case value == "error":
			t.missing = missingError
		default:
			panic("unrecognized option: " + o)
		}
	}
	return t
}

// DefinedTemplates lists the templates that have a text.
func (t *Template) DefinedTemplates() string {
	if t.common == nil {
		return ""
	}
	t.lock.RLock()
	defer t.lock.RUnlock()
	var names []string
	for name, other := range t.tmpl {
		if other.Tree != nil && other.Root != nil {
			names = append(names, fmt.Sprintf("%q", name))
		}
	}
	if names == nil {
		return ""
	}
	sort.Strings(names)
	return "; defined templates are: " + strings.Join(names, ", ")
}

// Must gives t, and panics if there was an error.
func Must(t *Template, err error) *Template {
	if err != nil {
		panic(err)
	}
	return t
}
