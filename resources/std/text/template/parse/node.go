// SPDX-License-Identifier: MIT

package parse

import (
	"fmt"
	"strconv"
	"strings"
)

// Pos is a place in the text: its offset.
type Pos int

// Position gives the place.
func (p Pos) Position() Pos { return p }

// NodeType tells what a node is.
type NodeType int

// Type gives the type.
func (t NodeType) Type() NodeType { return t }

// The types of nodes.
const (
	NodeText NodeType = iota
	NodeAction
	NodeBool
	NodeChain
	NodeCommand
	NodeDot
	nodeElse
	nodeEnd
	NodeField
	NodeIdentifier
	NodeIf
	NodeList
	NodeNil
	NodeNumber
	NodePipe
	NodeRange
	NodeString
	NodeTemplate
	NodeVariable
	NodeWith
	NodeComment
	NodeBreak
	NodeContinue
)

// Node is a part of a template.
type Node interface {
	Type() NodeType
	String() string
	Copy() Node
	Position() Pos
	tree() *Tree
}

// base is what all nodes have.
type base struct {
	NodeType
	Pos
	tr *Tree
}

func (b *base) tree() *Tree { return b.tr }

func joined[T Node](nodes []T, between string) string {
	texts := make([]string, len(nodes))
	for i, n := range nodes {
		texts[i] = n.String()
	}
	return strings.Join(texts, between)
}

func copies[T Node](nodes []T) []T {
	var out []T
	for _, n := range nodes {
		out = append(out, n.Copy().(T))
	}
	return out
}

// ListNode is a sequence.
type ListNode struct {
	base
	Nodes []Node
}

func (l *ListNode) String() string { return joined(l.Nodes, "") }

// Copy gives a copy.
func (l *ListNode) Copy() Node { return l.CopyList() }

// CopyList gives a copy.
func (l *ListNode) CopyList() *ListNode {
	if l == nil {
		return nil
	}
	return &ListNode{l.base, copies(l.Nodes)}
}

// TextNode is plain text.
type TextNode struct {
	base
	Text []byte
}

func (t *TextNode) String() string { return string(t.Text) }

// Copy gives a copy.
func (t *TextNode) Copy() Node { return &TextNode{t.base, append([]byte(nil), t.Text...)} }

// CommentNode is a comment.
type CommentNode struct {
	base
	Text string
}

func (c *CommentNode) String() string { return "{{" + c.Text + "}}" }

// Copy gives a copy.
func (c *CommentNode) Copy() Node { return &CommentNode{c.base, c.Text} }

// PipeNode is a pipeline, perhaps with variables that it sets.
type PipeNode struct {
	base
	Line     int
	IsAssign bool
	Decl     []*VariableNode
	Cmds     []*CommandNode
}

func (p *PipeNode) String() string {
	text := joined(p.Cmds, " | ")
	if len(p.Decl) > 0 {
		between := " := "
		if p.IsAssign {
			between = " = "
		}
		text = joined(p.Decl, ", ") + between + text
	}
	return text
}

// Copy gives a copy.
func (p *PipeNode) Copy() Node { return p.CopyPipe() }

// CopyPipe gives a copy.
func (p *PipeNode) CopyPipe() *PipeNode {
	if p == nil {
		return nil
	}
	return &PipeNode{p.base, p.Line, p.IsAssign, copies(p.Decl), copies(p.Cmds)}
}

// ActionNode is a pipeline whose value is printed.
type ActionNode struct {
	base
	Line int
	Pipe *PipeNode
}

func (a *ActionNode) String() string { return "{{" + a.Pipe.String() + "}}" }

// Copy gives a copy.
func (a *ActionNode) Copy() Node { return &ActionNode{a.base, a.Line, a.Pipe.CopyPipe()} }

// CommandNode is a stage of a pipeline.
type CommandNode struct {
	base
	Args []Node
}

func (c *CommandNode) String() string {
	texts := make([]string, len(c.Args))
	for i, arg := range c.Args {
		texts[i] = inParens(arg)
	}
	return strings.Join(texts, " ")
}

func inParens(n Node) string {
	if _, ok := n.(*PipeNode); ok {
		return "(" + n.String() + ")"
	}
	return n.String()
}

// Copy gives a copy.
func (c *CommandNode) Copy() Node { return &CommandNode{c.base, copies(c.Args)} }

// IdentifierNode is the name of a function.
type IdentifierNode struct {
	base
	Ident string
}

// NewIdentifier makes one.
func NewIdentifier(ident string) *IdentifierNode {
	return &IdentifierNode{base{NodeType: NodeIdentifier}, ident}
}

// SetPos sets the place.
func (i *IdentifierNode) SetPos(pos Pos) *IdentifierNode {
	i.Pos = pos
	return i
}

// SetTree sets the tree.
func (i *IdentifierNode) SetTree(t *Tree) *IdentifierNode {
	i.tr = t
	return i
}

func (i *IdentifierNode) String() string { return i.Ident }

// Copy gives a copy.
func (i *IdentifierNode) Copy() Node { return &IdentifierNode{i.base, i.Ident} }

// VariableNode is a variable, perhaps with fields: the first name has the dollar sign.
type VariableNode struct {
	base
	Ident []string
}

func (v *VariableNode) String() string { return strings.Join(v.Ident, ".") }

// Copy gives a copy.
func (v *VariableNode) Copy() Node { return &VariableNode{v.base, append([]string(nil), v.Ident...)} }

// DotNode is the cursor.
type DotNode struct{ base }

func (d *DotNode) String() string { return "." }

// Copy gives a copy.
func (d *DotNode) Copy() Node { return &DotNode{d.base} }

// NilNode is nil.
type NilNode struct{ base }

func (n *NilNode) String() string { return "nil" }

// Copy gives a copy.
func (n *NilNode) Copy() Node { return &NilNode{n.base} }

// FieldNode is a chain of fields of the cursor.
type FieldNode struct {
	base
	Ident []string
}

func (f *FieldNode) String() string { return "." + strings.Join(f.Ident, ".") }

// Copy gives a copy.
func (f *FieldNode) Copy() Node { return &FieldNode{f.base, append([]string(nil), f.Ident...)} }

// ChainNode is a chain of fields of something else.
type ChainNode struct {
	base
	Node  Node
	Field []string
}

// Add adds a field, with its dot.
func (c *ChainNode) Add(field string) {
	if len(field) == 0 || field[0] != '.' {
		panic("no dot in field")
	}
	if field = field[1:]; field == "" {
		panic("empty field")
	}
	c.Field = append(c.Field, field)
}

func (c *ChainNode) String() string {
	text := inParens(c.Node)
	for _, f := range c.Field {
		text += "." + f
	}
	return text
}

// Copy gives a copy.
func (c *ChainNode) Copy() Node { return &ChainNode{c.base, c.Node, append([]string(nil), c.Field...)} }

// BoolNode is true or false.
type BoolNode struct {
	base
	True bool
}

func (b *BoolNode) String() string { return strconv.FormatBool(b.True) }

// Copy gives a copy.
func (b *BoolNode) Copy() Node { return &BoolNode{b.base, b.True} }

// NumberNode is a number, as all the types that can hold it.
type NumberNode struct {
	base
	IsInt      bool
	IsUint     bool
	IsFloat    bool
	IsComplex  bool
	Int64      int64
	Uint64     uint64
	Float64    float64
	Complex128 complex128
	Text       string
}

func (n *NumberNode) String() string { return n.Text }

// Copy gives a copy.
func (n *NumberNode) Copy() Node {
	c := *n
	return &c
}

func (n *NumberNode) setFloat(f float64) {
	n.IsFloat = true
	n.Float64 = f
	if !n.IsInt && float64(int64(f)) == f {
		n.IsInt = true
		n.Int64 = int64(f)
	}
	if !n.IsUint && float64(uint64(f)) == f {
		n.IsUint = true
		n.Uint64 = uint64(f)
	}
}

func (n *NumberNode) setComplex(c complex128) {
	n.IsComplex = true
	n.Complex128 = c
	if imag(c) == 0 {
		n.setFloat(real(c))
	}
}

func (n *NumberNode) parse(k kind) error {
	text := n.Text
	if k == tokRune {
		c, _, tail, err := strconv.UnquoteChar(text[1:], text[0])
		if err != nil {
			return err
		}
		if tail != "'" {
			return fmt.Errorf("malformed character constant: %s", text)
		}
		n.Int64, n.IsInt = int64(c), true
		n.Uint64, n.IsUint = uint64(c), true
		n.Float64, n.IsFloat = float64(c), true
		return nil
	}
	if text[len(text)-1] == 'i' {
		if c, err := strconv.ParseComplex(text, 128); err == nil {
			n.setComplex(c)
			return nil
		}
	}
	if u, err := strconv.ParseUint(text, 0, 64); err == nil {
		n.IsUint = true
		n.Uint64 = u
	}
	if i, err := strconv.ParseInt(text, 0, 64); err == nil {
		n.IsInt = true
		n.Int64 = i
		if i == 0 {
			n.IsUint = true // -0
		}
	}
	if n.IsInt || n.IsUint {
		n.IsFloat = true
		if n.Float64 = float64(n.Uint64); n.IsInt {
			n.Float64 = float64(n.Int64)
		}
		return nil
	}
	if f, err := strconv.ParseFloat(text, 64); err == nil {
		if !strings.ContainsAny(text, ".eEpP") {
			return fmt.Errorf("integer overflow: %q", text)
		}
		n.setFloat(f)
		return nil
	}
	return fmt.Errorf("illegal number syntax: %q", text)
}

// StringNode is a string.
type StringNode struct {
	base
	Quoted string
	Text   string
}

func (s *StringNode) String() string { return s.Quoted }

// Copy gives a copy.
func (s *StringNode) Copy() Node { return &StringNode{s.base, s.Quoted, s.Text} }

// mark is {{end}} or {{else}}, which no tree contains.
type mark struct{ base }

func (m *mark) String() string {
	if m.NodeType == nodeEnd {
		return "{{end}}"
	}
	return "{{else}}"
}

func (m *mark) Copy() Node { return &mark{m.base} }

// BranchNode is what if, range and with have in common.
type BranchNode struct {
	base
	Line     int
	Pipe     *PipeNode
	List     *ListNode
	ElseList *ListNode
}

func (b *BranchNode) String() string {
	name := "if"
	switch b.NodeType {
	case NodeRange:
		name = "range"
	case NodeWith:
		name = "with"
	}
	text := "{{" + name + " " + b.Pipe.String() + "}}" + b.List.String()
	if b.ElseList != nil {
		text += "{{else}}" + b.ElseList.String()
	}
	return text + "{{end}}"
}

func (b *BranchNode) copied() BranchNode {
	return BranchNode{b.base, b.Line, b.Pipe.CopyPipe(), b.List.CopyList(), b.ElseList.CopyList()}
}

// Copy gives a copy.
func (b *BranchNode) Copy() Node {
	switch b.NodeType {
	case NodeRange:
		return &RangeNode{b.copied()}
	case NodeWith:
		return &WithNode{b.copied()}
	}
	return &IfNode{b.copied()}
}

// IfNode is an if.
type IfNode struct{ BranchNode }

// RangeNode is a range.
type RangeNode struct{ BranchNode }

// WithNode is a with.
type WithNode struct{ BranchNode }

// BreakNode ends a range.
type BreakNode struct {
	base
	Line int
}

func (b *BreakNode) String() string { return "{{break}}" }

// Copy gives a copy.
func (b *BreakNode) Copy() Node { return &BreakNode{b.base, b.Line} }

// ContinueNode goes on with the next element of a range.
type ContinueNode struct {
	base
	Line int
}

func (c *ContinueNode) String() string { return "{{continue}}" }

// Copy gives a copy.
func (c *ContinueNode) Copy() Node { return &ContinueNode{c.base, c.Line} }

// TemplateNode runs another template.
type TemplateNode struct {
	base
	Line int
	Name string
	Pipe *PipeNode
}

func (t *TemplateNode) String() string {
	text := "{{template " + strconv.Quote(t.Name)
	if t.Pipe != nil {
		text += " " + t.Pipe.String()
	}
	return text + "}}"
}

// Copy gives a copy.
func (t *TemplateNode) Copy() Node { return &TemplateNode{t.base, t.Line, t.Name, t.Pipe.CopyPipe()} }
