/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.wechatpay4j.codegen.description;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A node of a YAML file that knows its place.
 */
final class YamlNode {

	private static final int MAX_FILE_BYTES = 16 * 1024 * 1024;

	private final String file;

	private final Node node;

	private YamlNode(String file, Node node) {
		this.file = file;
		this.node = node;
	}

	static YamlNode read(Path path) {
		String file = String.valueOf(path.getFileName());
		LoaderOptions options = new LoaderOptions();
		options.setCodePointLimit(MAX_FILE_BYTES);
		try (Reader reader = Files.newBufferedReader(path)) {
			Node root = new Yaml(new SafeConstructor(options)).compose(reader);
			if (root == null) {
				throw new DescriptionException(file, 1, "the file is empty");
			}
			return new YamlNode(file, root);
		}
		catch (MarkedYAMLException ex) {
			throw new DescriptionException(file, ex.getProblemMark().getLine() + 1, ex.getProblem());
		}
		catch (YAMLException ex) {
			throw new DescriptionException(file, 1, String.valueOf(ex.getMessage()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Place place() {
		return new Place(this.file, this.node.getStartMark().getLine() + 1);
	}

	DescriptionException fault(String message) {
		return place().fault(message);
	}

	String text() {
		if (this.node instanceof ScalarNode scalar) {
			return scalar.getValue();
		}
		throw fault("a text is expected here");
	}

	boolean flag() {
		return switch (text()) {
			case "true" -> true;
			case "false" -> false;
			default -> throw fault("'" + text() + "' is neither true nor false");
		};
	}

	List<YamlNode> items() {
		if (this.node instanceof SequenceNode sequence) {
			return sequence.getValue().stream().map((item) -> new YamlNode(this.file, item)).toList();
		}
		throw fault("a list is expected here");
	}

	List<String> texts() {
		return items().stream().map(YamlNode::text).toList();
	}

	Map<String, YamlNode> entries() {
		if (!(this.node instanceof MappingNode mapping)) {
			throw fault("an object is expected here");
		}
		Map<String, YamlNode> entries = new LinkedHashMap<>();
		for (NodeTuple tuple : mapping.getValue()) {
			YamlNode key = new YamlNode(this.file, tuple.getKeyNode());
			if (entries.put(key.text(), new YamlNode(this.file, tuple.getValueNode())) != null) {
				throw key.fault("'" + key.text() + "' is there twice");
			}
		}
		return entries;
	}

	/** A misspelt key would otherwise be ignored. */
	YamlNode knowing(Set<String> keys) {
		if (this.node instanceof MappingNode mapping) {
			for (NodeTuple tuple : mapping.getValue()) {
				YamlNode key = new YamlNode(this.file, tuple.getKeyNode());
				if (!keys.contains(key.text())) {
					throw key.fault("'" + key.text() + "' means nothing here");
				}
			}
		}
		return this;
	}

	Optional<YamlNode> find(String key) {
		return Optional.ofNullable(entries().get(key));
	}

	YamlNode get(String key) {
		return find(key).orElseThrow(() -> fault("'" + key + "' is missing"));
	}

	String text(String key, String otherwise) {
		return find(key).map(YamlNode::text).orElse(otherwise);
	}

	/** Whether there is a day, as the day when something was verified. */
	boolean isDated(String key) {
		YamlNode day = find(key).orElse(null);
		if (day != null && !day.text().matches("\\d{4}-\\d{2}-\\d{2}")) {
			throw day.fault("'" + day.text() + "' is no day such as 2026-11-23");
		}
		return day != null;
	}

	boolean flag(String key) {
		return find(key).map(YamlNode::flag).orElse(false);
	}

	List<String> texts(String key) {
		return find(key).map(YamlNode::texts).orElse(List.of());
	}

	Map<String, YamlNode> entries(String key) {
		return find(key).map(YamlNode::entries).orElse(Map.of());
	}

	@Override
	public String toString() {
		return place().toString();
	}

}
