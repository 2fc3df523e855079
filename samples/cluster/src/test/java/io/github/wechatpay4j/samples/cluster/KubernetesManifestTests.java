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

package io.github.wechatpay4j.samples.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.github.wechatpay4j.autoconfigure.WechatPayProperties;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1ContainerPort;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1HTTPGetAction;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The manifests, against the schemas that Kubernetes publishes as OpenAPI and its Java
 * client is generated from: a field that is not known, is missing or is of another kind
 * is refused at any depth.
 */
class KubernetesManifestTests {

	private static final Path DIRECTORY = Path.of("k8s");

	static List<Path> manifests() throws IOException {
		try (Stream<Path> files = Files.list(DIRECTORY)) {
			return files.sorted().toList();
		}
	}

	@ParameterizedTest
	@MethodSource("manifests")
	void isValid(Path manifest) throws IOException {
		validate(json(Files.readString(manifest)));
	}

	@Test
	void thereIsOneOfEachKind() throws IOException {
		assertThat(manifests()).extracting((file) -> file.getFileName().toString())
			.containsExactly("deployment.yaml", "horizontalpodautoscaler.yaml", "poddisruptionbudget.yaml",
					"service.yaml");
	}

	@ParameterizedTest
	@CsvSource({ "deployment.yaml, readinessProbe:, readynessProbe:, readynessProbe",
			"deployment.yaml, terminationGracePeriodSeconds:, gracePeriodSeconds:, gracePeriodSeconds",
			"deployment.yaml, secretKeyRef:, secretRef:, secretRef", "deployment.yaml, containerPort:, port:, port",
			"service.yaml, targetPort:, toPort:, toPort",
			"poddisruptionbudget.yaml, minAvailable:, minAvailible:, minAvailible",
			"horizontalpodautoscaler.yaml, averageUtilization:, utilization:, utilization" })
	void misspeltFieldsAreFound(String file, String field, String misspelt, String message) throws IOException {
		String text = Files.readString(DIRECTORY.resolve(file));
		assertThat(text).contains(field);
		assertThatIllegalArgumentException().isThrownBy(() -> validate(json(text.replace(field, misspelt))))
			.withMessageContaining("`" + message + "`");
	}

	@Test
	void aPodHasTheTimeThatItsShutdownMayTake() throws IOException {
		V1PodSpec pod = pod();
		V1Container container = pod.getContainers().get(0);
		long preStop = container.getLifecycle().getPreStop().getSleep().getSeconds();
		Duration phase = Duration.parse("PT" + property("spring.lifecycle.timeout-per-shutdown-phase"));
		Duration lease = properties(container).getNotification().getLease();
		assertThat(Duration.ofSeconds(pod.getTerminationGracePeriodSeconds()))
			.isGreaterThan(phase.plus(lease).plus(lease).plusSeconds(preStop));
	}

	@Test
	void environmentVariablesReachTheProperties() throws IOException {
		WechatPayProperties properties = properties(pod().getContainers().get(0));
		assertThat(List.of(properties.getMchid(), properties.getAppid(), properties.getSerialNumber(),
				properties.getApiV3Key(), properties.getPublicKeyId()))
			.containsExactly("mchid", "appid", "serial-number", "api-v3-key", "public-key-id");
		assertThat(properties.getPrivateKey()).isEqualTo("file:/etc/wechatpay/apiclient_key.pem");
		assertThat(properties.getPublicKey()).isEqualTo("file:/etc/wechatpay/pub_key.pem");
		assertThat(properties.getNotification().getBaseUrl()).hasHost("shop.example");
	}

	@Test
	void namesFitTogether() throws IOException {
		V1Deployment deployment = V1Deployment.fromJson(read("deployment.yaml").toString());
		V1Service service = V1Service.fromJson(read("service.yaml").toString());
		V1PodDisruptionBudget budget = V1PodDisruptionBudget.fromJson(read("poddisruptionbudget.yaml").toString());
		V2HorizontalPodAutoscaler scaler = V2HorizontalPodAutoscaler
			.fromJson(read("horizontalpodautoscaler.yaml").toString());
		Map<String, String> labels = deployment.getSpec().getTemplate().getMetadata().getLabels();
		assertThat(deployment.getSpec().getSelector().getMatchLabels()).isEqualTo(labels);
		assertThat(service.getSpec().getSelector()).isEqualTo(labels);
		assertThat(budget.getSpec().getSelector().getMatchLabels()).isEqualTo(labels);
		assertThat(scaler.getSpec().getScaleTargetRef().getName()).isEqualTo(deployment.getMetadata().getName());
		V1Container container = pod().getContainers().get(0);
		assertThat(container.getPorts()).extracting(V1ContainerPort::getName).contains("http", "management");
		assertThat(service.getSpec().getPorts().get(0).getTargetPort().getStrValue()).isEqualTo("http");
		assertThat(List.of(container.getStartupProbe().getHttpGet(), container.getLivenessProbe().getHttpGet(),
				container.getReadinessProbe().getHttpGet()))
			.extracting(V1HTTPGetAction::getPath)
			.containsExactly("/livez", "/livez", "/readyz");
		assertThat(scaler.getSpec().getMinReplicas()).isEqualTo(deployment.getSpec().getReplicas());
		assertThat(budget.getSpec().getMinAvailable().getIntValue()).isLessThan(scaler.getSpec().getMinReplicas());
	}

	/** A number without quotes is what Kubernetes refuses, and Java's client takes. */
	@Test
	@SuppressWarnings("unchecked")
	void valuesOfVariablesAreTexts() throws IOException {
		Map<String, Object> manifest = new Yaml().load(Files.readString(DIRECTORY.resolve("deployment.yaml")));
		Object each = manifest;
		for (String step : List.of("spec", "template", "spec", "containers")) {
			each = ((Map<String, Object>) each).get(step);
		}
		List<Map<String, Object>> variables = (List<Map<String, Object>>) ((List<Map<String, Object>>) each).get(0)
			.get("env");
		assertThat(variables).extracting((variable) -> variable.get("value"))
			.filteredOn(Objects::nonNull)
			.hasOnlyElementsOfType(String.class);
	}

	private static void validate(JsonElement manifest) throws IOException {
		String kind = manifest.getAsJsonObject().get("kind").getAsString();
		switch (kind) {
			case "Deployment" -> V1Deployment.validateJsonElement(manifest);
			case "Service" -> V1Service.validateJsonElement(manifest);
			case "PodDisruptionBudget" -> V1PodDisruptionBudget.validateJsonElement(manifest);
			case "HorizontalPodAutoscaler" -> V2HorizontalPodAutoscaler.validateJsonElement(manifest);
			default -> throw new IllegalArgumentException("There is no schema for " + kind);
		}
	}

	private static V1PodSpec pod() throws IOException {
		return V1Deployment.fromJson(read("deployment.yaml").toString()).getSpec().getTemplate().getSpec();
	}

	/** What the application reads; a secret's value is its key here. */
	private static WechatPayProperties properties(V1Container container) {
		Map<String, Object> environment = new LinkedHashMap<>();
		container.getEnv()
			.forEach((variable) -> environment.put(variable.getName(), (variable.getValue() != null)
					? variable.getValue() : variable.getValueFrom().getSecretKeyRef().getKey()));
		return new Binder(ConfigurationPropertySources
			.from(new SystemEnvironmentPropertySource("systemEnvironment", environment)))
			.bind("wechatpay", WechatPayProperties.class)
			.get();
	}

	private static String property(String name) throws IOException {
		return String
			.valueOf(new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yml"))
				.get(0)
				.getProperty(name));
	}

	private static JsonElement read(String file) throws IOException {
		return json(Files.readString(DIRECTORY.resolve(file)));
	}

	private static JsonElement json(String yaml) {
		Object content = new Yaml().load(yaml);
		return new Gson().toJsonTree(content);
	}

}
