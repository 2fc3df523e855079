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

package io.github.wechatpay4j;

import java.security.Provider;
import java.security.Security;
import java.text.SimpleDateFormat;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.wechatpay4j.notification.NotificationVerifier;
import io.github.wechatpay4j.notification.VerifiedNotification;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

/**
 * The rules of the design: which package may see which, and what stays out.
 */
@AnalyzeClasses(packages = "io.github.wechatpay4j", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final String ROOT = "io.github.wechatpay4j";

	/** What is not listed here, nor reached through what is listed, is forbidden. */
	private static final Map<String, Set<String>> DIRECTIONS = Map.ofEntries(Map.entry("", Set.of()),
			Map.entry("crypto", Set.of("", "crypto.provider")), Map.entry("crypto.provider", Set.of("")),
			Map.entry("trust", Set.of("crypto")), Map.entry("merchant", Set.of("crypto", "trust")),
			Map.entry("operation", Set.of("")), Map.entry("json", Set.of("operation", "crypto")),
			Map.entry("exchange", Set.of("operation", "json", "crypto", "trust", "merchant")),
			Map.entry("client", Set.of("exchange", "observation")), Map.entry("claim", Set.of("")),
			Map.entry("notification", Set.of("json", "crypto", "trust", "merchant", "observation")),
			Map.entry("delivery", Set.of("notification", "claim")), Map.entry("observation", Set.of("")));

	@ArchTest
	static final ArchRule packagesOnlySeeWhatTheDesignLists = classes().should(seeOnlyListedPackages());

	@ArchTest
	static final ArchRule clientAndNotificationNeverSeeEachOther = noClasses().that()
		.resideInAPackage("..client..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("..notification..", "..delivery..");

	@ArchTest
	static final ArchRule notificationAndClientNeverSeeEachOther = noClasses().that()
		.resideInAnyPackage("..notification..", "..delivery..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("..client..", "..exchange..");

	@ArchTest
	static final ArchRule onlyTheVerifierMakesVerifiedNotifications = constructors().that()
		.areDeclaredIn(VerifiedNotification.class)
		.should()
		.onlyBeCalled()
		.byClassesThat()
		.belongToAnyOf(NotificationVerifier.class);

	@ArchTest
	static final ArchRule coreNeedsNoSpringBoot = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.boot..", "org.springframework.beans..",
				"org.springframework.context..", "jakarta..", "com.google.gson..", "okhttp3..",
				"com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..", "lombok..");

	@ArchTest
	static final ArchRule staticFieldsNeverChange = fields().that()
		.areStatic()
		.should()
		.beFinal()
		.andShould(notHoldACollectionThatCanChange());

	@ArchTest
	static final ArchRule nothingIsKeptInThreads = noClasses().should()
		.dependOnClassesThat()
		.areAssignableTo(ThreadLocal.class);

	@ArchTest
	static final ArchRule noProviderIsInstalled = noClasses().should()
		.callMethodWhere(DescribedPredicate.describe("installs a security provider",
				(call) -> call.getTargetOwner().isEquivalentTo(Security.class)
						&& Set.of("addProvider", "insertProviderAt").contains(call.getTarget().getName())));

	@ArchTest
	static final ArchRule noMapIsInAPublicSignature = codeUnits().that()
		.arePublic()
		.and()
		.areDeclaredInClassesThat()
		.arePublic()
		.should(mentionNoMap());

	@ArchTest
	static final ArchRule timeComesFromAClock = noClasses().should()
		.callMethodWhere(DescribedPredicate.describe("asks the system for the time",
				(call) -> ("now".equals(call.getTarget().getName())
						&& call.getTargetOwner().getPackageName().equals("java.time")
						&& call.getTarget().getRawParameterTypes().isEmpty())
						|| "currentTimeMillis".equals(call.getTarget().getName())
						|| (call.getTargetOwner().isEquivalentTo(Clock.class)
								&& call.getTarget().getName().startsWith("system"))));

	@ArchTest
	static final ArchRule oldDatesAreOnlyTakenFromCertificates = noClasses().should()
		.dependOnClassesThat()
		.belongToAnyOf(Calendar.class, SimpleDateFormat.class, java.sql.Date.class);

	@ArchTest
	static final ArchRule noOldDateIsKeptOrHandedOut = codeUnits().should(mentionNo(Date.class));

	@ArchTest
	static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

	@ArchTest
	static final ArchRule oneLoggingApi = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

	@ArchTest
	static final ArchRule namesSayWhatThingsDo = noClasses().should()
		.haveNameMatching(".*(Impl|Utils?|Helper|Manager|Kit|V\\d)");

	@ArchTest
	static final ArchRule defaultsAreHidden = noClasses().that()
		.haveSimpleNameStartingWith("Default")
		.should()
		.bePublic();

	@ArchTest
	static void everyPackageIsNullMarked(JavaClasses imported) throws Exception {
		Set<String> packages = imported.stream()
			.map(JavaClass::getPackageName)
			.collect(Collectors.toCollection(TreeSet::new));
		for (String name : packages) {
			if (!Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class)) {
				throw new AssertionError(name + " has no package-info with @NullMarked");
			}
		}
	}

	@ArchTest
	static void everyPackageIsInTheDesign(JavaClasses imported) {
		Set<String> unknown = imported.stream().map(ArchitectureTests::feature).collect(Collectors.toSet());
		unknown.removeAll(DIRECTIONS.keySet());
		if (!unknown.isEmpty()) {
			throw new AssertionError("packages that the design does not know: " + unknown);
		}
	}

	private static String feature(JavaClass type) {
		String name = type.getPackageName();
		return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
	}

	private static Set<String> reachable(String feature) {
		Set<String> found = new TreeSet<>(List.of("", feature));
		for (int before = 0; before < found.size();) {
			before = found.size();
			List.copyOf(found).forEach((name) -> found.addAll(DIRECTIONS.getOrDefault(name, Set.of())));
		}
		return found;
	}

	private static ArchCondition<JavaClass> seeOnlyListedPackages() {
		Map<String, Set<String>> allowed = new HashMap<>();
		DIRECTIONS.keySet().forEach((feature) -> allowed.put(feature, reachable(feature)));
		return condition("see only the packages that the design lists", (type, events) -> {
			for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
				JavaClass target = dependency.getTargetClass();
				if (target.getPackageName().startsWith(ROOT)
						&& !allowed.getOrDefault(feature(type), Set.of()).contains(feature(target))) {
					events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
				}
			}
		});
	}

	private static ArchCondition<JavaField> notHoldACollectionThatCanChange() {
		return condition("not hold a collection that can change", (field, events) -> {
			boolean changes = field.getRawType().isAssignableTo(ConcurrentMap.class)
					|| field.getRawType().isAssignableTo("com.github.benmanes.caffeine.cache.Cache")
					|| field.getRawType().getPackageName().equals("java.util.concurrent.atomic");
			if (changes && !field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
				events.add(SimpleConditionEvent.violated(field, field.getFullName() + " can change"));
			}
		});
	}

	private static ArchCondition<JavaCodeUnit> mentionNoMap() {
		// A security provider happens to be a Map, too
		return mentionNo(Map.class, Provider.class);
	}

	private static ArchCondition<JavaCodeUnit> mentionNo(Class<?> type, Class<?>... except) {
		return condition("mention no " + type.getSimpleName(), (unit, events) -> {
			if (Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
				.filter((mentioned) -> Stream.of(except).noneMatch(mentioned::isAssignableTo))
				.anyMatch((mentioned) -> mentioned.isAssignableTo(type))) {
				events.add(SimpleConditionEvent.violated(unit, unit.getFullName() + " mentions it"));
			}
		});
	}

	private static <T extends HasName> ArchCondition<T> condition(String description,
			BiConsumer<T, ConditionEvents> check) {
		return new ArchCondition<>(description) {

			@Override
			public void check(T item, ConditionEvents events) {
				check.accept(item, events);
			}

		};
	}

}
