// SPDX-License-Identifier: MIT

package parse

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"strconv"
	"strings"
)

// Mode says how to parse.
type Mode uint

// Modes.
const (
	ParseComments Mode = 1 << iota // keep comments
	SkipFuncCheck                  // functions need not be known
)

// Tree is one template.
type Tree struct {
	Name      string
	ParseName string // of the outermost template, for errors
	Root      *ListNode
	Mode      Mode
	text      string
	*parser
}

// parser is what there is while a text is parsed; the templates defined in one text share it.
type parser struct {
	funcs  []map[string]any
	scan   *scanner
	back   []token // read and given back, the next one last
	last   token   // the latest that was read
	action int     // the line where the current action began, or 0
	set    map[string]*Tree
	vars   []string
	ranges int // around here
}

// Parse parses a text and gives the templates by name.
func Parse(name, text, leftDelim, rightDelim string, funcs ...map[string]any) (map[string]*Tree, error) {
	set := make(map[string]*Tree)
	t := New(name)
	_, err := t.Parse(text, leftDelim, rightDelim, set, funcs...)
	return set, err
}

// New makes an empty tree.
func New(name string, funcs ...map[string]any) *Tree {
	return &Tree{Name: name, parser: &parser{funcs: funcs}}
}

// Copy gives a copy.
func (t *Tree) Copy() *Tree {
	if t == nil {
		return nil
	}
	return &Tree{Name: t.Name, ParseName: t.ParseName, Root: t.Root.CopyList(), text: t.text}
}

// ErrorContext gives a node's place and its text.
func (t *Tree) ErrorContext(n Node) (location, context string) {
	tree := n.tree()
	if tree == nil {
		tree = t
	}
	before := tree.text[:n.Position()]
	column := len(before) - (strings.LastIndexByte(before, '\n') + 1)
	return fmt.Sprintf("%s:%d:%d", tree.ParseName, 1+strings.Count(before, "\n"), column), n.String()
}

// Parse parses a text into t; what it defines, and t, go to set.
func (t *Tree) Parse(text, leftDelim, rightDelim string, set map[string]*Tree, funcs ...map[string]any) (tree *Tree, err error) {
	defer t.rescue(&err)
	t.ParseName = t.Name
	t.text = text
	if leftDelim == "" {
		leftDelim = "{{"
	}
	if rightDelim == "" {
		rightDelim = "}}"
	}
	t.parser = &parser{funcs: funcs, set: set, vars: []string{"$"}}
	t.scan = &scanner{input: text, left: leftDelim, right: rightDelim, comments: t.Mode&ParseComments != 0, line: 1,
		names: t.known}
	t.top()
	t.add()
	t.parser = nil
	return t, nil
}

func (t *Tree) rescue(err *error) {
	if e := recover(); e != nil {
		if _, ok := e.(runtime.Error); ok {
			panic(e)
		}
		t.parser = nil
		*err = e.(error)
	}
}

func (t *Tree) fail(format string, args ...any) {
	t.Root = nil
	panic(errors.New(fmt.Sprintf("template: %s:%d: ", t.ParseName, t.last.line) + fmt.Sprintf(format, args...)))
}

func (t *Tree) unexpected(tok token, context string) {
	if tok.kind == tokError {
		extra := ""
		if t.action != 0 && t.action != tok.line {
			extra = fmt.Sprintf(" in action started at %s:%d", t.ParseName, t.action)
			if strings.HasSuffix(tok.text, " action") {
				extra = extra[len(" in action"):]
			}
		}
		t.fail("%s%s", tok, extra)
	}
	t.fail("unexpected %s in %s", tok, context)
}

// ---- tokens ----

func (t *Tree) next() token {
	if n := len(t.back); n > 0 {
		tok := t.back[n-1]
		t.back = t.back[:n-1]
		t.last = tok
		return tok
	}
	t.last = t.scan.next()
	return t.last
}

func (t *Tree) giveBack(tok token) { t.back = append(t.back, tok) }

func (t *Tree) peek() token {
	tok := t.next()
	t.giveBack(tok)
	return tok
}

// solid is the next token that is no space.
func (t *Tree) solid() token {
	for {
		if tok := t.next(); tok.kind != tokSpace {
			return tok
		}
	}
}

func (t *Tree) peekSolid() token {
	tok := t.solid()
	t.giveBack(tok)
	return tok
}

func (t *Tree) expect(k kind, context string) token {
	tok := t.solid()
	if tok.kind != k {
		t.unexpected(tok, context)
	}
	return tok
}

func (t *Tree) at(k NodeType, pos Pos) base { return base{k, pos, t} }

func (t *Tree) known(name string) bool {
	for _, m := range t.funcs {
		if m[name] != nil {
			return true
		}
	}
	return false
}

// ---- templates ----

// IsEmptyTree tells whether there is nothing but space and comments.
func IsEmptyTree(n Node) bool {
	switch n := n.(type) {
	case nil, *CommentNode:
		return true
	case *ListNode:
		for _, e := range n.Nodes {
			if !IsEmptyTree(e) {
				return false
			}
		}
		return true
	case *TextNode:
		return len(bytes.TrimSpace(n.Text)) == 0
	}
	return false
}

func (t *Tree) add() {
	known := t.set[t.Name]
	if known == nil || IsEmptyTree(known.Root) {
		t.set[t.Name] = t
	} else if !IsEmptyTree(t.Root) {
		t.fail("template: multiple definition of template %q", t.Name)
	}
}

// inner is a template that is defined inside t.
func (t *Tree) inner(name string) *Tree {
	in := *t.parser
	in.vars, in.ranges = []string{"$"}, 0
	return &Tree{Name: name, ParseName: t.ParseName, Mode: t.Mode, text: t.text, parser: &in}
}

// join goes on behind an inner template.
func (t *Tree) join(in *Tree) {
	t.back, t.last = in.back, in.last
	in.parser = nil
}

func (t *Tree) top() {
	t.Root = &ListNode{base: t.at(NodeList, t.peek().pos)}
	for t.peek().kind != tokEOF {
		if left := t.peek(); left.kind == tokLeft {
			t.next()
			tok := t.solid()
			if tok.kind == tokDefine {
				t.define()
				continue
			}
			t.giveBack(tok)
			t.giveBack(left)
		}
		n := t.item()
		if _, ok := n.(*mark); ok {
			t.fail("unexpected %s", n)
		}
		t.Root.Nodes = append(t.Root.Nodes, n)
	}
}

func (t *Tree) define() {
	const context = "define clause"
	in := t.inner("definition")
	in.Name = in.templateName(in.solid(), context)
	in.expect(tokRight, context)
	in.body(context)
	t.join(in)
}

// body parses up to the end of a template that is defined inside another.
func (t *Tree) body(context string) {
	var end Node
	t.Root, end = t.list()
	if end.Type() != nodeEnd {
		t.fail("unexpected %s in %s", end, context)
	}
	t.add()
}

// list parses up to {{end}} or {{else}}.
func (t *Tree) list() (list *ListNode, end Node) {
	list = &ListNode{base: t.at(NodeList, t.peekSolid().pos)}
	for t.peekSolid().kind != tokEOF {
		n := t.item()
		if _, ok := n.(*mark); ok {
			return list, n
		}
		list.Nodes = append(list.Nodes, n)
	}
	t.fail("unexpected EOF")
	return
}

func (t *Tree) item() Node {
	switch tok := t.solid(); tok.kind {
	case tokText:
		return &TextNode{t.at(NodeText, tok.pos), []byte(tok.text)}
	case tokComment:
		return &CommentNode{t.at(NodeComment, tok.pos), tok.text}
	case tokLeft:
		t.action = tok.line
		n := t.command()
		t.action = 0
		return n
	default:
		t.unexpected(tok, "input")
	}
	return nil
}

// command parses what stands between delimiters.
func (t *Tree) command() Node {
	tok := t.solid()
	switch tok.kind {
	case tokBlock:
		return t.block()
	case tokBreak:
		t.inRange("{{break}}")
		return &BreakNode{t.at(NodeBreak, tok.pos), tok.line}
	case tokContinue:
		t.inRange("{{continue}}")
		return &ContinueNode{t.at(NodeContinue, tok.pos), tok.line}
	case tokElse:
		if p := t.peekSolid(); p.kind == tokIf || p.kind == tokWith {
			return &mark{t.at(nodeElse, p.pos)}
		}
		return &mark{t.at(nodeElse, t.expect(tokRight, "else").pos)}
	case tokEnd:
		return &mark{t.at(nodeEnd, t.expect(tokRight, "end").pos)}
	case tokIf:
		return &IfNode{t.branch(NodeIf, "if")}
	case tokRange:
		return &RangeNode{t.branch(NodeRange, "range")}
	case tokTemplate:
		return t.template()
	case tokWith:
		return &WithNode{t.branch(NodeWith, "with")}
	}
	t.giveBack(tok)
	return &ActionNode{t.at(NodeAction, tok.pos), tok.line, t.pipeline("command", tokRight)}
}

func (t *Tree) inRange(word string) {
	if tok := t.solid(); tok.kind != tokRight {
		t.unexpected(tok, word)
	}
	if t.ranges == 0 {
		t.fail("%s outside {{range}}", word)
	}
}

func (t *Tree) branch(k NodeType, context string) BranchNode {
	vars := len(t.vars)
	pipe := t.pipeline(context, tokRight)
	if k == NodeRange {
		t.ranges++
	}
	list, end := t.list()
	if k == NodeRange {
		t.ranges--
	}
	b := BranchNode{t.at(k, pipe.Pos), pipe.Line, pipe, list, nil}
	if end.Type() == nodeElse {
		b.ElseList = t.otherwise(k, end.Position())
	}
	t.vars = t.vars[:vars]
	return b
}

// otherwise parses what follows {{else}}. An "else if" is an else with an if, which takes its end for itself.
func (t *Tree) otherwise(k NodeType, pos Pos) *ListNode {
	list := &ListNode{base: t.at(NodeList, pos)}
	switch next := t.peek().kind; {
	case k == NodeIf && next == tokIf:
		t.next()
		list.Nodes = append(list.Nodes, &IfNode{t.branch(NodeIf, "if")})
		return list
	case k == NodeWith && next == tokWith:
		t.next()
		list.Nodes = append(list.Nodes, &WithNode{t.branch(NodeWith, "with")})
		return list
	}
	list, end := t.list()
	if end.Type() != nodeEnd {
		t.fail("expected end; found %s", end)
	}
	return list
}

func (t *Tree) templateName(tok token, context string) string {
	if tok.kind != tokString && tok.kind != tokRaw {
		t.unexpected(tok, context)
	}
	return t.unquote(tok.text)
}

func (t *Tree) unquote(text string) string {
	s, err := strconv.Unquote(text)
	if err != nil {
		t.fail("%s", err)
	}
	return s
}

func (t *Tree) block() Node {
	const context = "block clause"
	tok := t.solid()
	name := t.templateName(tok, context)
	pipe := t.pipeline(context, tokRight)
	in := t.inner(name)
	in.body(context)
	t.join(in)
	return &TemplateNode{t.at(NodeTemplate, tok.pos), tok.line, name, pipe}
}

func (t *Tree) template() Node {
	const context = "template clause"
	tok := t.solid()
	name := t.templateName(tok, context)
	var pipe *PipeNode
	if end := t.solid(); end.kind != tokRight {
		t.giveBack(end)
		pipe = t.pipeline(context, tokRight)
	}
	return &TemplateNode{t.at(NodeTemplate, tok.pos), tok.line, name, pipe}
}

// ---- pipelines ----

func (t *Tree) pipeline(context string, end kind) *PipeNode {
	first := t.peekSolid()
	pipe := &PipeNode{base: t.at(NodePipe, first.pos), Line: first.line}
	t.declarations(pipe, context)
	for {
		switch tok := t.solid(); tok.kind {
		case end:
			t.checkPipeline(pipe, context)
			return pipe
		case tokBool, tokRune, tokDot, tokField, tokName, tokNumber, tokNil, tokRaw, tokString, tokVariable, tokOpen:
			t.giveBack(tok)
			pipe.Cmds = append(pipe.Cmds, t.stage())
		default:
			t.unexpected(tok, context)
		}
	}
}

// declarations parses "$x :=", "$x =" and, in a range, "$i, $x :=".
func (t *Tree) declarations(pipe *PipeNode, context string) {
	for t.peekSolid().kind == tokVariable {
		v := t.solid()
		after := t.next()
		next := after
		if after.kind == tokSpace {
			next = t.solid()
		}
		declare := func() {
			pipe.Decl = append(pipe.Decl, &VariableNode{t.at(NodeVariable, v.pos), strings.Split(v.text, ".")})
			t.vars = append(t.vars, v.text)
		}
		switch {
		case next.kind == tokAssign || next.kind == tokDeclare:
			pipe.IsAssign = next.kind == tokAssign
			declare()
			return
		case next.kind == tokChar && next.text == ",":
			declare()
			if context != "range" || len(pipe.Decl) >= 2 {
				t.fail("too many declarations in %s", context)
			}
			switch t.peekSolid().kind {
			case tokVariable, tokRight, tokClose:
			default:
				t.fail("range can only initialize variables")
			}
			continue
		}
		t.giveBack(next)
		if after.kind == tokSpace {
			t.giveBack(after)
		}
		t.giveBack(v)
		return
	}
}

func (t *Tree) checkPipeline(pipe *PipeNode, context string) {
	if len(pipe.Cmds) == 0 {
		t.fail("missing value for %s", context)
	}
	for i, c := range pipe.Cmds[1:] {
		switch c.Args[0].Type() {
		case NodeBool, NodeDot, NodeNil, NodeNumber, NodeString:
			t.fail("non executable command in pipeline stage %d", i+2)
		}
	}
}

func (t *Tree) stage() *CommandNode {
	cmd := &CommandNode{base: t.at(NodeCommand, t.peekSolid().pos)}
	for {
		t.peekSolid()
		if n := t.operand(); n != nil {
			cmd.Args = append(cmd.Args, n)
		}
		switch tok := t.next(); tok.kind {
		case tokSpace:
			continue
		case tokRight, tokClose:
			t.giveBack(tok)
		case tokPipe:
		default:
			t.unexpected(tok, "operand")
		}
		break
	}
	if len(cmd.Args) == 0 {
		t.fail("empty command")
	}
	return cmd
}

// operand parses a term and the fields behind it; nil: there is none.
func (t *Tree) operand() Node {
	n := t.term()
	if n == nil || t.peek().kind != tokField {
		return n
	}
	chain := &ChainNode{base: t.at(NodeChain, t.peek().pos), Node: n}
	for t.peek().kind == tokField {
		chain.Add(t.next().text)
	}
	switch n := n.(type) {
	case *FieldNode:
		return &FieldNode{t.at(NodeField, chain.Pos), append(n.Ident, chain.Field...)}
	case *VariableNode:
		return &VariableNode{t.at(NodeVariable, chain.Pos), append(n.Ident, chain.Field...)}
	case *BoolNode, *StringNode, *NumberNode, *NilNode, *DotNode:
		t.fail("unexpected . after term %q", n.String())
	}
	return chain
}

func (t *Tree) term() Node {
	tok := t.solid()
	switch tok.kind {
	case tokName:
		if t.Mode&SkipFuncCheck == 0 && !t.known(tok.text) {
			t.fail("function %q not defined", tok.text)
		}
		return NewIdentifier(tok.text).SetTree(t).SetPos(tok.pos)
	case tokDot:
		return &DotNode{t.at(NodeDot, tok.pos)}
	case tokNil:
		return &NilNode{t.at(NodeNil, tok.pos)}
	case tokVariable:
		for _, name := range t.vars {
			if name == tok.text {
				return &VariableNode{t.at(NodeVariable, tok.pos), []string{tok.text}}
			}
		}
		t.fail("undefined variable %q", tok.text)
	case tokField:
		return &FieldNode{t.at(NodeField, tok.pos), []string{tok.text[1:]}}
	case tokBool:
		return &BoolNode{t.at(NodeBool, tok.pos), tok.text == "true"}
	case tokRune, tokNumber:
		n := &NumberNode{base: t.at(NodeNumber, tok.pos), Text: tok.text}
		if err := n.parse(tok.kind); err != nil {
			t.fail("%s", err)
		}
		return n
	case tokOpen:
		return t.pipeline("parenthesized pipeline", tokClose)
	case tokString, tokRaw:
		return &StringNode{t.at(NodeString, tok.pos), tok.text, t.unquote(tok.text)}
	}
	t.giveBack(tok)
	return nil
}
