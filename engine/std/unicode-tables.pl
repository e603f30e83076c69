#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Writes unicode-data.inc and resources/std/unicode/tables.go from the Unicode data that comes with Perl.
# Run in engine/std: perl unicode-tables.pl
use strict;
use warnings;
use Unicode::UCD qw(prop_invlist prop_invmap prop_values prop_aliases prop_value_aliases charinfo casefold);

my $max = 0x10FFFF;
my (@names, @starts, @ranges);
sub ranges_of { # inversion list to [lo, hi] pairs, without surrogate runes' neighbours changed
    my @list = @_;
    my @out;
    while (@list) {
        my $lo = shift @list;
        my $hi = @list ? shift(@list) - 1 : $max;
        push @out, [$lo, $hi];
    }
    return @out;
}
sub table {
    my ($name, @list) = @_;
    push @names, $name;
    push @starts, scalar @ranges;
    push @ranges, ranges_of(@list);
}

my (@categories, @scripts, @properties);
for my $c (qw(C Cc Cf Co Cs L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs)) {
    my @list = $c eq 'C' ? () : prop_invlist("Gc=$c");
    if ($c eq 'C') { # without the unassigned runes
        my %in;
        for my $part (qw(Cc Cf Co Cs)) {
            for my $r (ranges_of(prop_invlist("Gc=$part"))) { $in{$r->[0]} = $r->[1]; }
        }
        my @r = map { [$_, $in{$_}] } sort { $a <=> $b } keys %in;
        for my $r (@r) {
            if (@list && $list[-1] == $r->[0]) { $list[-1] = $r->[1] + 1; } else { push @list, $r->[0], $r->[1] + 1; }
        }
        pop @list if $list[-1] > $max;
    }
    table($c, @list);
    push @categories, $c;
}
for my $short (sort map { (prop_value_aliases('Script', $_))[1] } prop_values('Script')) {
    next if $short =~ /^(Unknown|Katakana_Or_Hiragana)$/;
    my @list = prop_invlist("Script=$short");
    next unless @list;
    table($short, @list);
    push @scripts, $short;
}
for my $p (qw(ASCII_Hex_Digit Bidi_Control Dash Deprecated Diacritic Extender Hex_Digit Hyphen IDS_Binary_Operator
    IDS_Trinary_Operator Ideographic Join_Control Logical_Order_Exception Noncharacter_Code_Point Pattern_Syntax
    Pattern_White_Space Quotation_Mark Radical Regional_Indicator Sentence_Terminal Soft_Dotted Terminal_Punctuation
    Unified_Ideograph Variation_Selector White_Space)) {
    my @list = prop_invlist($p);
    next unless @list;
    table($p, @list);
    push @properties, $p;
}

my (%upper, %lower, %title, %fold);
my %all;
for (['Simple_Uppercase_Mapping', \%upper], ['Simple_Lowercase_Mapping', \%lower], ['Simple_Titlecase_Mapping', \%title]) {
    my ($property, $to) = @$_;
    my ($list, $map, $format, $default) = prop_invmap($property);
    for my $i (0 .. $#$list) {
        next if $map->[$i] eq $default || $map->[$i] == 0;
        my $end = $i < $#$list ? $list->[$i + 1] - 1 : $max;
        for my $r ($list->[$i] .. $end) {
            $to->{$r} = $map->[$i] + $r - $list->[$i];
            $all{$r} = 1;
        }
    }
}
my %group;
{
    my ($list, $map, $format, $default) = prop_invmap('Simple_Case_Folding');
    for my $i (0 .. $#$list) {
        next if $map->[$i] eq $default || $map->[$i] == 0;
        my $end = $i < $#$list ? $list->[$i + 1] - 1 : $max;
        for my $r ($list->[$i] .. $end) {
            my $f = $map->[$i] + $r - $list->[$i];
            $group{$f}{$f} = 1;
            $group{$f}{$r} = 1;
        }
    }
    for my $g (values %group) {
        my @r = sort { $a <=> $b } keys %$g;
        for my $i (0 .. $#r) {
            $fold{$r[$i]} = $r[($i + 1) % @r];
            $all{$r[$i]} = 1;
        }
    }
}

open my $c, '>', 'unicode-data.inc' or die;
print $c "// SPDX-License-Identifier: MIT\n// Written by unicode-tables.pl: Unicode ", Unicode::UCD::UnicodeVersion(), ".\n";
print $c "static const uint32_t ranges[][2] = {\n";
my $line = '';
for my $r (@ranges) {
    my $text = sprintf '{0x%x, 0x%x}, ', @$r;
    if (length($line) + length($text) > 112) { print $c "    $line\n"; $line = ''; }
    $line .= $text;
}
print $c "    $line\n};\n";
print $c "static const uint16_t starts[] = {\n    ";
print $c join(', ', @starts, scalar @ranges), "\n};\n";
print $c "static const char *const names[] = {\n    ";
print $c join(', ', map { "\"$_\"" } @names), "\n};\n";
print $c "static const RuneCase cases[] = {\n";
$line = '';
for my $r (sort { $a <=> $b } keys %all) {
    my $text = sprintf '{0x%x, 0x%x, 0x%x, 0x%x, 0x%x}, ', $r, $upper{$r} // $r, $lower{$r} // $r, $title{$r} // $r, $fold{$r} // $r;
    if (length($line) + length($text) > 112) { print $c "    $line\n"; $line = ''; }
    $line .= $text;
}
print $c "    $line\n};\n";
my %number;
$number{$names[$_]} = $_ for 0 .. $#names;
print $c "enum { ";
print $c join(', ', map { my $n = uc $_; "TABLE_$n = $number{$_}" } qw(L M N P S Zs));
print $c " };\n";
close $c;

my %alias = (C => 'Other', L => 'Letter', Ll => 'Lower', Lt => 'Title', Lu => 'Upper', M => 'Mark', N => 'Number', Nd => 'Digit',
    P => 'Punct', S => 'Symbol', Z => 'Space');
mkdir '../../resources/std/unicode';
open my $g, '>', '../../resources/std/unicode/tables.go' or die;
print $g "// SPDX-License-Identifier: MIT\n// Written by engine/std/unicode-tables.pl. The ranges are the machine's; a table has its number, counted from 1.\n\n";
print $g "package unicode\n\n";
print $g "// Version is the edition of Unicode from which the tables come.\nconst Version = \"", Unicode::UCD::UnicodeVersion(), "\"\n\n";
print $g "// The categories, scripts and properties.\nvar (\n";
for my $i (0 .. $#names) {
    print $g "\t$names[$i] = &RangeTable{number: ", $i + 1, "}\n";
}
print $g "\t$alias{$_} = $_\n" for sort keys %alias;
print $g ")\n\n";
for (['Categories', 'the categories', \@categories], ['Scripts', 'the scripts', \@scripts], ['Properties', 'the properties', \@properties]) {
    my ($name, $what, $list) = @$_;
    print $g "// $name has $what by name.\nvar $name = map[string]*RangeTable{\n";
    print $g "\t\"$_\": $_,\n" for @$list;
    print $g "}\n\n";
}
print $g "// FoldCategory and FoldScript are empty: folding asks the machine.\nvar (\n\tFoldCategory = map[string]*RangeTable{}\n\tFoldScript   = map[string]*RangeTable{}\n)\n";
close $g;
